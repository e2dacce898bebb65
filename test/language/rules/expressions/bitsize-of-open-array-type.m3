(* 2.6.13 Type operations: an open array type has no size. *)
=== errors
MODULE Main;
TYPE A = ARRAY OF CHAR;
VAR n := BITSIZE(A);
(*               ^ M3623: BITSIZE wants a type or variable of known size, not A *)
BEGIN
END Main.
