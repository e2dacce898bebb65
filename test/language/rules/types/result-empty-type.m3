(* 2.2.8 Procedures: the result type is not empty. *)
=== errors
MODULE Main;
TYPE T = PROCEDURE (): [1 .. 0];
(*                     ^ M3119: this type has no values, so nothing can be returned *)
BEGIN
END Main.
