=== errors
(* IF takes the first arm whose condition, a BOOLEAN, is TRUE. *)
MODULE Main;
BEGIN
  IF TRUE THEN
  ELSIF 1 THEN
(*      ^ M3706: the condition of IF is a BOOLEAN, not INTEGER *)
  END
END Main.
