(* 2.6.10 Arithmetic: MOD of floating-point numbers has a floating-point operand on both sides. *)
=== errors
MODULE Main;
VAR x: REAL;
BEGIN
  x := x MOD 2;
(*     ^ M3530: MOD wants two numbers of one type, not REAL and INTEGER *)
END Main.
