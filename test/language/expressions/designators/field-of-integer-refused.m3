=== errors
(* Following NIL is a checked run-time error. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  n.a := 1
(*^ M3408: only records and objects have fields, and this is of type INTEGER *)
END Main.
