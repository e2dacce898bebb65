(* 2.6.15 Constant expressions: NEW is not constant. *)
=== errors
MODULE Main;
CONST C = NEW(REF INTEGER);
(*        ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
