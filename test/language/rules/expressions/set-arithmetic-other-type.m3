(* 2.6.10: The operands of set arithmetic have the same type. *)
=== errors
MODULE Main;
VAR x: SET OF [0 .. 5]; y: SET OF [0 .. 6];
BEGIN
  x := x + y;
(*     ^ M3530: + wants two sets of the same type, not SET OF [0..5] and SET OF [0..6] *)
END Main.
