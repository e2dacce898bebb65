(* 2.2.5 Packed types: the bits hold every value of the base type. *)
=== errors
MODULE Main;
TYPE T = BITS 3 FOR [0 .. 8];
(*            ^ M3110: [0..8] needs at least 4 bits *)
BEGIN
END Main.
