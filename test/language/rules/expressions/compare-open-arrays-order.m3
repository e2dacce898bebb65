(* 2.6.11 Relations: arrays are not ordered. *)
=== errors
MODULE Main;
VAR a, b: ARRAY [0 .. 3] OF INTEGER; c: BOOLEAN;
BEGIN
  c := a < b;
(*     ^ M3530: < wants two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type, not ARRAY [0..3] OF INTEGER and ARRAY [0..3] OF INTEGER *)
END Main.
