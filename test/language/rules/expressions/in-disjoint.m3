(* 2.6.11: The type of the left operand of IN has members in common with the set's element type. *)
=== errors
MODULE Main;
VAR s: SET OF [0 .. 2]; t: [5 .. 9] := 6; b: BOOLEAN;
BEGIN
  b := t IN s;
(*     ^ M3530: IN wants ordinals whose types have a member in common, not [5..9] and SET OF [0..2] *)
END Main.
