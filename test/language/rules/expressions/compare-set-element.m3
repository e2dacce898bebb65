(* 2.6.11 Relations: a set is not compared with its element. *)
=== errors
MODULE Main;
VAR s: SET OF [0 .. 3]; b: BOOLEAN;
BEGIN
  b := s = 1;
(*     ^ M3530: = wants operands of which one is assignable to the type of the other, not SET OF [0..3] and INTEGER *)
END Main.
