(* 2.4.2 Constants: a call of a procedure is not constant. *)
=== errors
MODULE Main;
PROCEDURE F(): INTEGER = BEGIN RETURN 1 END F;
CONST C = F();
(*        ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
