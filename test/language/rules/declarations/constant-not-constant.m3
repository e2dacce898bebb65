(* 2.4.2 Constants: a constant is defined by a constant expression. *)
=== errors
MODULE Main;
VAR v := 3;
CONST C = v + 1;
(*        ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
