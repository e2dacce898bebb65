=== errors
(* REPEAT tests its condition, a BOOLEAN, after each turn. *)
MODULE Main;
BEGIN
  REPEAT UNTIL 0
(*             ^ M3706: the condition of REPEAT is a BOOLEAN, not INTEGER *)
END Main.
