(* 2.6.15 Constant expressions: dereferencing is not constant. *)
=== errors
MODULE Main;
VAR r: REF INTEGER;
CONST C = r^;
(*        ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
