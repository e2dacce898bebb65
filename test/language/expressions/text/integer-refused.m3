=== errors
(* & concatenates two texts. *)
MODULE Main;
VAR t: TEXT;
BEGIN
  t := "a" & 1
(*     ^ M3530: & wants two TEXTs, not TEXT and INTEGER *)
END Main.
