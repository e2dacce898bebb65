(* 2.3.12 If: the condition is a BOOLEAN. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  IF n THEN n := 1 END;
(*   ^ M3706: the condition of IF is a BOOLEAN, not INTEGER *)
END Main.
