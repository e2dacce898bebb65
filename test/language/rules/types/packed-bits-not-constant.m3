(* 2.2.5 Packed types: the number of bits is a constant. *)
=== errors
MODULE Main;
VAR n := 3;
TYPE T = BITS n FOR [0 .. 3];
(*            ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
