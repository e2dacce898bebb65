(* 2.3.8 Try Finally: RETURN in FINALLY stands in a procedure, too. *)
=== errors
MODULE Main;
BEGIN
  TRY FINALLY RETURN END;
(*            ^ M3740: RETURN is only legal in the body of a procedure *)
END Main.
