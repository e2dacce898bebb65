(* 2.3.17 Case: labels are constants. *)
=== errors
MODULE Main;
VAR n, k: INTEGER;
BEGIN
  CASE n OF k => ELSE END;
(*          ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
END Main.
