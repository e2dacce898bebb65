=== errors
(* ROUND goes to the nearest, of two equally near to the even; TRUNC to zero, FLOOR down, CEILING up. *)
MODULE Main;
VAR n := 3;
BEGIN
  n := ROUND(n)
(*           ^ M3623: ROUND wants a floating-point number, not INTEGER *)
END Main.
