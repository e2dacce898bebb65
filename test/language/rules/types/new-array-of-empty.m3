(* 2.6.9: An array of an empty type is not allocated. *)
=== errors
MODULE Main;
VAR r := NEW(REF ARRAY [0 .. 2] OF [1 .. 0]);
(*                                 ^ M3119: this type has no values, so no element can have it *)
BEGIN
END Main.
