=== errors
(* AND and OR evaluate their right operand only if the left one leaves it open; all operands are BOOLEAN. *)
MODULE Main;
VAR b: BOOLEAN;
BEGIN
  b := b AND 1
(*     ^ M3530: AND wants two BOOLEANs, not BOOLEAN and INTEGER *)
END Main.
