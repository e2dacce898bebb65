(* 2.6.10 Arithmetic: FLOAT yields a floating-point type. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := FLOAT(3, INTEGER);
(*              ^ M3623: FLOAT wants a floating-point type as second argument, not INTEGER *)
END Main.
