=== errors
(* IN asks for membership of an element in a set; an element outside of the set's base type is no member. *)
MODULE Main;
VAR b: BOOLEAN; s: SET OF CHAR;
BEGIN
  b := 1 IN s
(*     ^ M3530: IN wants an element of base type CHAR and a set of such, not INTEGER and SET OF CHAR *)
END Main.
