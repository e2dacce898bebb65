=== errors
(* Ordinals and floats are ordered; other types have only = and #. *)
MODULE Main;
VAR b: BOOLEAN;
BEGIN
  b := "a" < "b"
(*     ^ M3530: < wants two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type, not TEXT and TEXT *)
END Main.
