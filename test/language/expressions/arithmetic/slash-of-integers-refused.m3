=== errors
(* The operands of + - * are both integers, or both of the same floating type, or sets; nothing is converted. *)
MODULE Main;
VAR n := 1;
BEGIN
  n := n / n
(*     ^ M3530: / wants two floating-point numbers of one type or two equal sets, not INTEGER and INTEGER *)
END Main.
