(* 2.6.8: The elements of an array of arrays are arrays. *)
=== errors
MODULE Main;
VAR m := ARRAY [0 .. 1], [0 .. 1] OF INTEGER {1, 2, 3, 4};
(*                                            ^ M3520: cannot assign INTEGER to an element of the array of type ARRAY [0..1] OF INTEGER *)
BEGIN
END Main.
