MODULE StateRefTbl = Table(State, Refany) END StateRefTbl.
