(* 2.4.8 Recursive declarations: the default of a method is not that method. *)
=== errors
MODULE Main;
TYPE U = OBJECT METHODS m() := U.m END;
(*                             ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
