=== errors
(* The operands of + - * are both integers, or both of the same floating type, or sets; nothing is converted. *)
MODULE Main;
VAR x := 1.0;
BEGIN
  x := x DIV x
(*     ^ M3530: DIV wants two integers of one type, not REAL and REAL *)
END Main.
