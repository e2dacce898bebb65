=== errors
(* IF takes the first arm whose condition, a BOOLEAN, is TRUE. *)
MODULE Main;
BEGIN
  IF 1 THEN END
(*   ^ M3706: the condition of IF is a BOOLEAN, not INTEGER *)
END Main.
