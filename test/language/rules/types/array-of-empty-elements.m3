(* 2.2.3: The element type of an array is not empty. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 2] OF [1 .. 0];
(*                       ^ M3119: this type has no values, so no element can have it *)
BEGIN
END Main.
