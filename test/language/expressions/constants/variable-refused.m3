=== errors
(* A constant expression is evaluated when it is compiled; what is not constant, or fails, is refused. *)
MODULE Main;
VAR n: INTEGER;
CONST C = n + 1;
(*        ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
