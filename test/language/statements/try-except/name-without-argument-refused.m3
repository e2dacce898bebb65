=== errors
(* TRY EXCEPT passes control to the first handler that names the exception, else to ELSE, else on. *)
MODULE Main;
EXCEPTION A;
BEGIN
  TRY RAISE A EXCEPT
  | A (n) =>
(*     ^ M3732: exception A has no argument to bind *)
  END
END Main.
