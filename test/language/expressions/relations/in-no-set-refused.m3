=== errors
(* IN asks for membership of an element in a set; an element outside of the set's base type is no member. *)
MODULE Main;
VAR b: BOOLEAN;
BEGIN
  b := 1 IN 2
(*     ^ M3530: IN wants an ordinal and a set, not INTEGER and INTEGER *)
END Main.
