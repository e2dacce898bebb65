(* 2.2.10 Subtyping: array types are related if their element types are the same. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 3] OF INTEGER; b: ARRAY [0 .. 3] OF CARDINAL;
BEGIN
  a := b;
(*     ^ M3520: cannot assign ARRAY [0..3] OF CARDINAL to a of type ARRAY [0..3] OF INTEGER: element types or shapes differ *)
END Main.
