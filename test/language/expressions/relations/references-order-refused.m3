=== errors
(* Ordinals and floats are ordered; other types have only = and #. *)
MODULE Main;
VAR r: REFANY; b: BOOLEAN;
BEGIN
  b := r < r
(*     ^ M3530: < wants two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type, not REFANY and REFANY *)
END Main.
