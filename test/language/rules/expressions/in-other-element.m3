(* 2.6.11 Relations: IN wants an element of the set's type. *)
=== errors
MODULE Main;
VAR b: BOOLEAN;
BEGIN
  b := 'a' IN SET OF [0 .. 9] {1};
(*     ^ M3530: IN wants an element of base type INTEGER and a set of such, not CHAR and SET OF [0..9] *)
END Main.
