(* 2.3.1 Assignment: a type is no variable. *)
=== errors
MODULE Main;
TYPE T = INTEGER;
BEGIN
  T := 3;
(*^ M3403: T is a type; an expression is wanted here *)
END Main.
