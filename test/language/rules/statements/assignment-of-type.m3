(* 2.3.1 Assignment: a type is no value. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := INTEGER;
(*     ^ M3403: INTEGER is a type; an expression is wanted here *)
END Main.
