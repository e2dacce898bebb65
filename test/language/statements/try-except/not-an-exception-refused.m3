=== errors
(* TRY EXCEPT passes control to the first handler that names the exception, else to ELSE, else on. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  TRY n := 1 EXCEPT
  | n =>
(*  ^ M3734: n is a variable, not an exception *)
  END
END Main.
