(* 2.6.10 Arithmetic: FLOAT is for numbers. *)
=== errors
MODULE Main;
VAR x := FLOAT('a');
(*             ^ M3623: FLOAT wants a number, not CHAR *)
BEGIN
END Main.
