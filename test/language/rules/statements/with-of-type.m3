(* 2.3.15 With: WITH names values and variables. *)
=== errors
MODULE Main;
BEGIN
  WITH w = INTEGER DO EVAL w END;
(*         ^ M3403: INTEGER is a type; an expression is wanted here *)
END Main.
