(* 2.2.5 Packed types: the bits hold every value of the base type. *)
=== errors
MODULE Main;
TYPE T = BITS 8 FOR RECORD a: INTEGER END;
(*            ^ M3110: RECORD a: INTEGER; END needs at least 64 bits *)
BEGIN
END Main.
