(* 2.6.11 Relations: references are not ordered. *)
=== errors
MODULE Main;
VAR r, s: REF INTEGER; b: BOOLEAN;
BEGIN
  b := r < s;
(*     ^ M3530: < wants two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type, not REF INTEGER and REF INTEGER *)
END Main.
