=== errors
(* WITH evaluates its designator once; an alias follows neither reassigned subscripts nor references. *)
MODULE Main;
BEGIN
  WITH x = INTEGER DO END
(*         ^ M3403: INTEGER is a type; an expression is wanted here *)
END Main.
