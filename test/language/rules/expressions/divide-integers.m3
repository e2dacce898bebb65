(* 2.6.10 Arithmetic: / is for floating-point numbers and sets. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := n / 2;
(*     ^ M3530: / wants two floating-point numbers of one type or two equal sets, not INTEGER and INTEGER *)
END Main.
