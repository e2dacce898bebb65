(* 2.6.10 Arithmetic: BOOLEANs are not numbers. *)
=== errors
MODULE Main;
VAR b: BOOLEAN;
BEGIN
  b := b + TRUE;
(*     ^ M3530: + wants two numbers of one type or two equal sets, not BOOLEAN and BOOLEAN *)
END Main.
