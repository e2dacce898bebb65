(* 2.6 Expressions: a type is no operand. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := 1 + INTEGER;
(*         ^ M3403: INTEGER is a type; an expression is wanted here *)
END Main.
