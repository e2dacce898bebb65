=== errors
(* MIN, MAX, ABS take ordinals or floats of one type. *)
MODULE Main;
VAR n := 1;
BEGIN
  n := MIN(n, 1.0)
(*            ^ M3623: MIN wants two ordinals of one base type or two floating-point numbers of one type *)
END Main.
