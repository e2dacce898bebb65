=== errors
(* TRY EXCEPT passes control to the first handler that names the exception, else to ELSE, else on. *)
MODULE Main;
EXCEPTION A;
BEGIN
  TRY RAISE A EXCEPT
  | A =>
  | A =>
(*  ^ M3731: A is already handled by this TRY *)
  END
END Main.
