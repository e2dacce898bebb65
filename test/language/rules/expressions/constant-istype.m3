(* 2.6.15: ISTYPE is not constant. *)
=== errors
MODULE Main;
CONST C = ISTYPE(NIL, REF INTEGER);
(*        ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
