(* 2.6.12 Boolean operations: OR is for BOOLEANs. *)
=== errors
MODULE Main;
VAR s: SET OF [0 .. 3];
BEGIN
  s := s OR s;
(*     ^ M3530: OR wants two BOOLEANs, not SET OF [0..3] and SET OF [0..3] *)
END Main.
