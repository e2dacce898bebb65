(* 2.3.13 While: the condition is a BOOLEAN. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  WHILE n DO n := 0 END;
(*      ^ M3706: the condition of WHILE is a BOOLEAN, not INTEGER *)
END Main.
