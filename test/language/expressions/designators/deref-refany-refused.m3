=== errors
(* Following NIL is a checked run-time error. *)
MODULE Main;
VAR r: REFANY; n: INTEGER;
BEGIN
  n := r^
(*     ^ M3510: only a REF type can be dereferenced; type REFANY cannot *)
END Main.
