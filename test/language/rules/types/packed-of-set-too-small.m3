(* 2.2.5 Packed types: the bits hold every value of the base type. *)
=== errors
MODULE Main;
TYPE T = BITS 15 FOR SET OF [0 .. 15];
(*            ^ M3110: SET OF [0..15] needs at least 16 bits *)
BEGIN
END Main.
