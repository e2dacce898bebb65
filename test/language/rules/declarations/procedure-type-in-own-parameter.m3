(* 2.4.4: A parameter is no type for the parameters beside it. *)
=== errors
MODULE Main;
PROCEDURE P(T: INTEGER; x: T) = BEGIN EVAL T; EVAL x END P;
(*                         ^ M3103: T is not declared *)
BEGIN
END Main.
