=== errors
(* A constant's value is a constant expression, assignable to its type if one is given. *)
MODULE Main;
VAR n := 1;
CONST C = n;
(*        ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
