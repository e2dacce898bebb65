(* 2.2.8 Procedures: the parameters of a signature have distinct names. *)
=== errors
MODULE Main;
TYPE T = PROCEDURE (a: INTEGER; b, a: CHAR);
(*                                 ^ M3101: there are two parameters a *)
BEGIN
END Main.
