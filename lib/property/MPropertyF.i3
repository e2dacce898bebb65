INTERFACE MPropertyF;

(* The methods of "MProperty.Set" as procedures, for subtypes to build upon. *)

FROM MProperty IMPORT Set;

PROCEDURE Put(ps: Set; r: REFANY);
PROCEDURE Remove(ps: Set; tc: CARDINAL);
PROCEDURE Get(ps: Set; tc: CARDINAL): REFANY;
PROCEDURE RemoveSub(ps: Set; tc: CARDINAL);
PROCEDURE GetSub(ps: Set; tc: CARDINAL): REFANY;

END MPropertyF.
