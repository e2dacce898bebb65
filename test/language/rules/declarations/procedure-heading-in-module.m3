(* 2.4.4 Procedures: a procedure of a module has a body. *)
=== errors
MODULE Main;
PROCEDURE P();
(*        ^ M3123: procedure P has no body *)
BEGIN
END Main.
