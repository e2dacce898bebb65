(* 2.2.8 Procedures: a result has a type of fixed size. *)
=== errors
MODULE Main;
PROCEDURE F(): ARRAY OF INTEGER = BEGIN RETURN ARRAY OF INTEGER {1} END F;
(*             ^ M3105: a result cannot be an open array *)
BEGIN
END Main.
