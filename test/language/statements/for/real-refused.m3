=== errors
(* FOR evaluates its bounds and step once, and steps from the first to the last, which may be none. *)
MODULE Main;
BEGIN
  FOR k := 1.0 TO 2.0 DO END
(*         ^ M3721: the bounds of FOR are ordinals, and this is of type REAL *)
END Main.
