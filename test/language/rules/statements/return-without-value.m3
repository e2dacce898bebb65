(* 2.3.11 Return: a function procedure returns a value. *)
=== errors
MODULE Main;
PROCEDURE F(): INTEGER = BEGIN RETURN END F;
(*                             ^ M3742: F is a function procedure: its RETURN wants a value of type INTEGER *)
BEGIN
END Main.
