(* 2.6.12 Boolean operations: AND is for BOOLEANs. *)
=== errors
MODULE Main;
VAR b: BOOLEAN;
BEGIN
  b := 1 AND b;
(*     ^ M3530: AND wants two BOOLEANs, not INTEGER and BOOLEAN *)
END Main.
