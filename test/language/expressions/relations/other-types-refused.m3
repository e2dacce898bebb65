=== errors
(* Ordinals and floats are ordered; other types have only = and #. *)
MODULE Main;
VAR b: BOOLEAN;
BEGIN
  b := 1 = 'a'
(*     ^ M3530: = wants operands of which one is assignable to the type of the other, not INTEGER and CHAR *)
END Main.
