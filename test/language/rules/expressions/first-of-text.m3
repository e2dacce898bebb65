(* 2.6.13 Type operations: FIRST is of ordinal, floating-point and array types. *)
=== errors
MODULE Main;
VAR n := FIRST(TEXT);
(*             ^ M3623: FIRST wants an ordinal type, an array type or an array, not TEXT *)
BEGIN
END Main.
