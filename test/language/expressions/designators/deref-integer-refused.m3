=== errors
(* Following NIL is a checked run-time error. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := n^
(*     ^ M3510: only a REF type can be dereferenced; type INTEGER cannot *)
END Main.
