(* 2.3.16 For: bounds of LONGINT are not mixed with INTEGER. *)
=== errors
MODULE Main;
BEGIN
  FOR i := 1L TO 10 DO EVAL i END;
(*               ^ M3722: the bounds of FOR have one base type, and these have LONGINT and INTEGER *)
END Main.
