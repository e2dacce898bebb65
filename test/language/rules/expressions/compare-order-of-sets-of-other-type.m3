(* 2.6.11: Sets of different types are not compared. *)
=== errors
MODULE Main;
VAR s: SET OF [0 .. 2]; t: SET OF [0 .. 3]; b: BOOLEAN;
BEGIN
  b := s <= t;
(*     ^ M3530: <= wants two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type, not SET OF [0..2] and SET OF [0..3] *)
END Main.
