(* CM3 ASSERT: the condition is a BOOLEAN. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  <*ASSERT n*>
(*         ^ M3706: the condition of ASSERT is a BOOLEAN, not INTEGER *)
END Main.
