(* 2.6.8 Array constructors: ".." fills arrays of fixed length only. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 2] OF INTEGER := ARRAY OF INTEGER {1, 2, ..};
(*                                  ^ M3553: an open array has no length to be filled up to; leave out the ".." *)
BEGIN
END Main.
