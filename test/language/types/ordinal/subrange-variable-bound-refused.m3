=== errors
(* A subrange's bounds are constants of one ordinal type. *)
MODULE Main;
VAR n: INTEGER;
TYPE S = [0 .. n];
(*             ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
