=== errors
(* CASE takes the arm with the value; a value without an arm goes to ELSE, or is a checked run-time error. *)
MODULE Main;
VAR n := 1;
BEGIN
  CASE n OF
  | n =>
(*  ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
  ELSE END
END Main.
