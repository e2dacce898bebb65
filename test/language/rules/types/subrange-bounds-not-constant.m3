(* 2.2.1 Ordinal types: the bounds of a subrange are constants. *)
=== errors
MODULE Main;
VAR n := 3;
TYPE T = [0 .. n];
(*             ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
