(* 2.2.8: A parameter is a variable, so its type is not empty. *)
=== errors
MODULE Main;
TYPE T = PROCEDURE (x: [1 .. 0]);
(*                     ^ M3119: this type has no values, so no parameter can have it *)
BEGIN
END Main.
