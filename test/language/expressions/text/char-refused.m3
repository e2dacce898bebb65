=== errors
(* & concatenates two texts. *)
MODULE Main;
VAR t: TEXT;
BEGIN
  t := "a" & 'b'
(*     ^ M3530: & wants two TEXTs, not TEXT and CHAR *)
END Main.
