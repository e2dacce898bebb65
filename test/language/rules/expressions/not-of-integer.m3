(* 2.6.12 Boolean operations: NOT is for BOOLEANs. *)
=== errors
MODULE Main;
VAR b: BOOLEAN;
BEGIN
  b := NOT 1;
(*     ^ M3530: NOT wants a BOOLEAN, not INTEGER *)
END Main.
