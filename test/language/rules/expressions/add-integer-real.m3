(* 2.6.10 Arithmetic: both operands have one type. *)
=== errors
MODULE Main;
VAR n: INTEGER; x: REAL;
BEGIN
  x := n + x;
(*     ^ M3530: + wants two numbers of one type or two equal sets, not INTEGER and REAL *)
END Main.
