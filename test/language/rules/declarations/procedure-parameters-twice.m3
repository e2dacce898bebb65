(* 2.4.4 Procedures: parameters have distinct names. *)
=== errors
MODULE Main;
PROCEDURE P(a: INTEGER; a: CHAR) = BEGIN END P;
(*                      ^ M3101: there are two parameters a *)
BEGIN
END Main.
