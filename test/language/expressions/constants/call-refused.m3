=== errors
(* A constant expression is evaluated when it is compiled; what is not constant, or fails, is refused. *)
MODULE Main;
PROCEDURE F(): INTEGER = BEGIN RETURN 1 END F;
CONST C = F();
(*        ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
