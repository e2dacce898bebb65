(* 2.6.13 Type operations: VAL yields an ordinal type. *)
=== errors
MODULE Main;
VAR n := VAL(3, REAL);
(*              ^ M3623: VAL wants an ordinal type as second argument, not REAL *)
BEGIN
END Main.
