(* 2.6.10 Arithmetic: DIV by a constant zero has no value. *)
=== errors
MODULE Main;
CONST C = 5 DIV 0;
(*        ^ M3532: this constant expression divides by zero *)
BEGIN
END Main.
