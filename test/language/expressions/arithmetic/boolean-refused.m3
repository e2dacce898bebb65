=== errors
(* The operands of + - * are both integers, or both of the same floating type, or sets; nothing is converted. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := TRUE + 1
(*     ^ M3530: + wants two numbers of one type or two equal sets, not BOOLEAN and INTEGER *)
END Main.
