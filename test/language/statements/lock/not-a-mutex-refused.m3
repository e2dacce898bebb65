=== errors
(* LOCK wants a MUTEX, and frees it however its body ends. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  LOCK n DO END
(*     ^ M3750: LOCK wants a MUTEX, and this is of type INTEGER *)
END Main.
