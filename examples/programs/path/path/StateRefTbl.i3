INTERFACE StateRefTbl = Table(State, Refany) END StateRefTbl.
