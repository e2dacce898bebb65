(* 2.6.10 Arithmetic: an element is not added to a set. *)
=== errors
MODULE Main;
VAR s: SET OF [0 .. 3];
BEGIN
  s := s + 1;
(*     ^ M3530: + wants two numbers of one type or two equal sets, not SET OF [0..3] and INTEGER *)
END Main.
