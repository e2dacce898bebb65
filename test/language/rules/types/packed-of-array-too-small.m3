(* 2.2.5 Packed types: the bits hold every value of the base type. *)
=== errors
MODULE Main;
TYPE T = BITS 79 FOR ARRAY [0 .. 9] OF CHAR;
(*            ^ M3110: ARRAY [0..9] OF CHAR needs at least 80 bits *)
BEGIN
END Main.
