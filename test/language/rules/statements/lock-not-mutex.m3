(* 2.3.19 Lock: LOCK wants a MUTEX. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  LOCK n DO END;
(*     ^ M3750: LOCK wants a MUTEX, and this is of type INTEGER *)
END Main.
