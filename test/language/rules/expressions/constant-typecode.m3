(* 2.6.15: TYPECODE is not constant. *)
=== errors
MODULE Main;
CONST C = TYPECODE(REF INTEGER);
(*        ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
