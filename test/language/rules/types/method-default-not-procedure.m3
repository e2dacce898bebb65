(* 2.2.9 Objects: a method is implemented by a procedure constant. *)
=== errors
MODULE Main;
VAR p: PROCEDURE (self: ROOT);
TYPE T = OBJECT METHODS m() := p END;
(*                             ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
