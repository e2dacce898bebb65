(* 2.6.11 Relations: both sides of = are assignable to each other. *)
=== errors
MODULE Main;
VAR b: BOOLEAN; n: INTEGER; t: TEXT;
BEGIN
  b := n = t;
(*     ^ M3530: = wants operands of which one is assignable to the type of the other, not INTEGER and TEXT *)
END Main.
