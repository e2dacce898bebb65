(* 2.6.10 Arithmetic: sets of one type are combined. *)
=== errors
MODULE Main;
VAR s: SET OF [0 .. 3]; t: SET OF [0 .. 4];
BEGIN
  s := s + t;
(*     ^ M3530: + wants two sets of the same type, not SET OF [0..3] and SET OF [0..4] *)
END Main.
