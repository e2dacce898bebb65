=== errors
(* A set's base type is ordinal. *)
MODULE Main;
VAR a: SET OF [0 .. 3]; c: SET OF [0 .. 4];
BEGIN
  a := a + c
(*     ^ M3530: + wants two sets of the same type, not SET OF [0..3] and SET OF [0..4] *)
END Main.
