(* 2.3.10 Exit: EXIT in a handler stands in a loop, too. *)
=== errors
MODULE Main;
EXCEPTION E;
BEGIN
  TRY RAISE E EXCEPT E => EXIT END;
(*                        ^ M3720: EXIT is not inside a loop *)
END Main.
