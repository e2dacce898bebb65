(* 2.2.8 Procedures: a default is a constant expression. *)
=== errors
MODULE Main;
VAR n := 3;
TYPE T = PROCEDURE (a := n);
(*                       ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
