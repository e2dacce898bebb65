=== errors
(* The operands of + - * are both integers, or both of the same floating type, or sets; nothing is converted. *)
MODULE Main;
VAR x := 1.0; n := 1;
BEGIN
  x := x + n
(*     ^ M3530: + wants two numbers of one type or two equal sets, not REAL and INTEGER *)
END Main.
