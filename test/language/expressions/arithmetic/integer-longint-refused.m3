=== errors
(* The operands of + - * are both integers, or both of the same floating type, or sets; nothing is converted. *)
MODULE Main;
VAR n := 1; l := 1L;
BEGIN
  l := l + n
(*     ^ M3530: + wants two numbers of one type or two equal sets, not LONGINT and INTEGER *)
END Main.
