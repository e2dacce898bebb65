(* 2.6.11 Relations: INTEGER and LONGINT are not compared. *)
=== errors
MODULE Main;
VAR b: BOOLEAN; n: INTEGER;
BEGIN
  b := n = 1L;
(*     ^ M3530: = wants operands of which one is assignable to the type of the other, not INTEGER and LONGINT *)
END Main.
