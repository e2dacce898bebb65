(* 2.6.15 Constant expressions: a variable is not constant. *)
=== errors
MODULE Main;
VAR n := 3;
VAR a: ARRAY [0 .. n] OF CHAR;
(*                 ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
