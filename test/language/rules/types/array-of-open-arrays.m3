(* 2.2.3 Arrays: the element type of a fixed array is not an open array. *)
=== errors
MODULE Main;
TYPE T = ARRAY [0 .. 3] OF ARRAY OF CHAR;
(*                         ^ M3105: the element type of a fixed array cannot be an open array *)
BEGIN
END Main.
