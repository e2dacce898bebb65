=== errors
(* MIN, MAX, ABS take ordinals or floats of one type. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := ABS('a')
(*         ^ M3623: ABS wants a number, not CHAR *)
END Main.
