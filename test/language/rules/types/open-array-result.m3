(* 2.2.8 Procedures: the result type is not an open array. *)
=== errors
MODULE Main;
TYPE T = PROCEDURE (): ARRAY OF CHAR;
(*                     ^ M3105: a result cannot be an open array *)
BEGIN
END Main.
