(* 2.6.10 Arithmetic: ROUND is for floating-point numbers. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := ROUND(3);
(*           ^ M3623: ROUND wants a floating-point number, not INTEGER *)
END Main.
