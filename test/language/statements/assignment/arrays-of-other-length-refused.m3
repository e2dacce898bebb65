=== errors
(* An assignment of a record or a fixed array copies all of it. *)
MODULE Main;
VAR a: ARRAY [0 .. 2] OF INTEGER; b: ARRAY [0 .. 3] OF INTEGER;
BEGIN
  b := a
(*     ^ M3520: cannot assign ARRAY [0..2] OF INTEGER to b of type ARRAY [0..3] OF INTEGER: element types or shapes differ *)
END Main.
