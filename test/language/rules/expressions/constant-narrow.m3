(* 2.6.15: NARROW is not constant. *)
=== errors
MODULE Main;
CONST C: REF INTEGER = NARROW(NIL, REF INTEGER);
(*                     ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
