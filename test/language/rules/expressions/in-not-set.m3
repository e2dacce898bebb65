(* 2.6.11 Relations: IN wants a set. *)
=== errors
MODULE Main;
VAR b: BOOLEAN;
BEGIN
  b := 1 IN 2;
(*     ^ M3530: IN wants an ordinal and a set, not INTEGER and INTEGER *)
END Main.
