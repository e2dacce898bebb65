(* 2.6.11 Relations: unrelated references are not compared. *)
=== errors
MODULE Main;
VAR a: REF INTEGER; t: TEXT; b: BOOLEAN;
BEGIN
  b := a = t;
(*     ^ M3530: = wants operands of which one is assignable to the type of the other, not REF INTEGER and TEXT *)
END Main.
