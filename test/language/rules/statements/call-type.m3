(* 2.3.2 Procedure call: a type is not called. *)
=== errors
MODULE Main;
TYPE T = INTEGER;
VAR n: INTEGER;
BEGIN
  n := T(3);
(*     ^ M3403: T is a type; an expression is wanted here *)
END Main.
