INTERFACE PropertyV;

(* "Property" for variables in which NIL is the empty set: "Put" makes a set when it is needed. *)

IMPORT Property;

TYPE Set = Property.Set;

CONST NullSet: Set = NIL;

PROCEDURE Put(VAR ps: Set; r: REFANY);
PROCEDURE Remove(VAR ps: Set; tc: CARDINAL);
PROCEDURE Get(ps: Set; tc: CARDINAL): REFANY;
PROCEDURE RemoveSub(VAR ps: Set; tc: CARDINAL);
PROCEDURE GetSub(ps: Set; tc: CARDINAL): REFANY;

END PropertyV.
