(* 2.3.1 Assignment: arrays of CHAR and of WIDECHAR differ. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 1] OF CHAR; b: ARRAY [0 .. 1] OF WIDECHAR;
BEGIN
  b := a;
(*     ^ M3520: cannot assign ARRAY [0..1] OF CHAR to b of type ARRAY [0..1] OF WIDECHAR: element types or shapes differ *)
END Main.
