(* 2.2.5 Packed types: a reference has the bits it has. *)
=== errors
MODULE Main;
TYPE T = BITS 64 FOR REF INTEGER;
(*            ^ M3110: REF INTEGER takes exactly 32 bits *)
BEGIN
END Main.
