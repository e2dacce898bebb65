(* 2.3.7 Try Except: an exception is handled once. *)
=== errors
MODULE Main;
EXCEPTION E;
BEGIN
  TRY RAISE E EXCEPT E => | E => END;
(*                          ^ M3731: E is already handled by this TRY *)
END Main.
