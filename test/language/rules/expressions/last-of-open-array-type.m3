(* 2.6.13 Type operations: an open array type has no last index. *)
=== errors
MODULE Main;
TYPE A = ARRAY OF CHAR;
VAR n := LAST(A);
(*            ^ M3623: LAST wants an array type of fixed length (an open array type has no bounds of its own) *)
BEGIN
END Main.
