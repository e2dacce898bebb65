(* 2.6.10 Arithmetic: DIV is for integers. *)
=== errors
MODULE Main;
VAR x: REAL;
BEGIN
  x := x DIV 2.0;
(*     ^ M3530: DIV wants two integers of one type, not REAL and REAL *)
END Main.
