(* 2.3.1 Assignment: arrays have the same shape. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 3] OF CHAR; b: ARRAY [0 .. 4] OF CHAR;
BEGIN
  a := b;
(*     ^ M3520: cannot assign ARRAY [0..4] OF CHAR to a of type ARRAY [0..3] OF CHAR: element types or shapes differ *)
END Main.
