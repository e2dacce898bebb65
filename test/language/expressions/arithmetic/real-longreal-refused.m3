=== errors
(* The operands of + - * are both integers, or both of the same floating type, or sets; nothing is converted. *)
MODULE Main;
VAR x := 1.0; y := 1.0D0;
BEGIN
  x := x + y
(*     ^ M3530: + wants two numbers of one type or two equal sets, not REAL and LONGREAL *)
END Main.
