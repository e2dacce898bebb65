(* 2.3.19 Lock: LOCK wants a MUTEX. *)
=== errors
MODULE Main;
VAR o: ROOT := NEW(MUTEX);
BEGIN
  LOCK o DO END;
(*     ^ M3750: LOCK wants a MUTEX, and this is of type ROOT *)
END Main.
