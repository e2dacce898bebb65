(* 2.2.4 Records: the default value of a field is a constant expression. *)
=== errors
MODULE Main;
VAR v := 3;
TYPE T = RECORD a := v END;
(*                   ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
