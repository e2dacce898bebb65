(* 2.6.13 Type operations: NUMBER is of ordinal and array types. *)
=== errors
MODULE Main;
VAR n := NUMBER(REAL);
(*              ^ M3623: NUMBER wants an ordinal type, an array type or an array, not REAL *)
BEGIN
END Main.
