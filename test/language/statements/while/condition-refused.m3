=== errors
(* WHILE tests its condition, a BOOLEAN, before each turn. *)
MODULE Main;
BEGIN
  WHILE 0 DO END
(*      ^ M3706: the condition of WHILE is a BOOLEAN, not INTEGER *)
END Main.
