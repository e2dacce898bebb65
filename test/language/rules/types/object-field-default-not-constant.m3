(* 2.2.9 Objects: the default of an object's field is a constant. *)
=== errors
MODULE Main;
VAR n := 1;
TYPE T = OBJECT f := n END;
(*                   ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
