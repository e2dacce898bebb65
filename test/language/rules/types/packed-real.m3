(* 2.2.5 Packed types: a floating-point number has the bits it has. *)
=== errors
MODULE Main;
TYPE T = BITS 16 FOR REAL;
(*            ^ M3110: REAL needs at least 32 bits *)
BEGIN
END Main.
