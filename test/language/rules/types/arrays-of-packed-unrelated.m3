(* 2.2.10: Arrays of packed and of unpacked elements are unrelated. *)
=== errors
MODULE Main;
TYPE T = [0 .. 255]; U = BITS 8 FOR T;
VAR at: REF ARRAY OF T; au: ARRAY [0 .. 1] OF U;
BEGIN
  at^ := au;
(*       ^ M3520: cannot assign ARRAY [0..1] OF U to this variable of type ARRAY OF T: element types or shapes differ *)
END Main.
