(* 2.6.11 Relations: the result of a relation is a BOOLEAN. *)
=== errors
MODULE Main;
VAR b: BOOLEAN; n: INTEGER;
BEGIN
  b := 0 < n < 9;
(*     ^ M3530: < wants two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type, not BOOLEAN and INTEGER *)
END Main.
