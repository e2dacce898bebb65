(* 2.6.3 Designators: an integer has no fields. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := n.a;
(*     ^ M3408: only records and objects have fields, and this is of type INTEGER *)
END Main.
