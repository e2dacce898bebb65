(* 2.6.11: Ordinals of types without a common member are not compared. *)
=== errors
MODULE Main;
VAR s: [0 .. 2] := 1; t: [5 .. 9] := 6; b: BOOLEAN;
BEGIN
  b := s = t;
(*     ^ M3530: = wants operands of which one is assignable to the type of the other, not [0..2] and [5..9] *)
END Main.
