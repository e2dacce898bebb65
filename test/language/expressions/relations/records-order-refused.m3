=== errors
(* Ordinals and floats are ordered; other types have only = and #. *)
MODULE Main;
VAR r: RECORD a: INTEGER END; b: BOOLEAN;
BEGIN
  b := r < r
(*     ^ M3530: < wants two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type, not RECORD a: INTEGER; END and RECORD a: INTEGER; END *)
END Main.
