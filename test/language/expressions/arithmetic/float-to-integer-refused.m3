=== errors
(* ROUND goes to the nearest, of two equally near to the even; TRUNC to zero, FLOOR down, CEILING up. *)
MODULE Main;
VAR n := 3;
BEGIN
  n := FLOAT(n, INTEGER)
(*              ^ M3623: FLOAT wants a floating-point type as second argument, not INTEGER *)
END Main.
