=== errors
(* AND and OR evaluate their right operand only if the left one leaves it open; all operands are BOOLEAN. *)
MODULE Main;
VAR b: BOOLEAN;
BEGIN
  b := NOT 1
(*     ^ M3530: NOT wants a BOOLEAN, not INTEGER *)
END Main.
