(* 2.6.11 Relations: records are not ordered. *)
=== errors
MODULE Main;
VAR r, s: RECORD a: INTEGER END; b: BOOLEAN;
BEGIN
  b := r <= s;
(*     ^ M3530: <= wants two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type, not RECORD a: INTEGER; END and RECORD a: INTEGER; END *)
END Main.
