(* 2.2.5 Packed types: the number of bits is a CARDINAL. *)
=== errors
MODULE Main;
TYPE T = BITS -1 FOR [0 .. 3];
(*            ^ M3110: the number of bits must be a CARDINAL constant *)
BEGIN
END Main.
