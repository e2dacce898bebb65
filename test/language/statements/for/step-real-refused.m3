=== errors
(* FOR evaluates its bounds and step once, and steps from the first to the last, which may be none. *)
MODULE Main;
BEGIN
  FOR k := 1 TO 2 BY 1.0 DO END
(*                   ^ M3723: the step of FOR is an integer, not REAL *)
END Main.
