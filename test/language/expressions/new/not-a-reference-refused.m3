=== errors
(* NEW of a record or object takes bindings of fields, and for objects of methods. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := NEW(INTEGER)
(*         ^ M3651: NEW cannot allocate: INTEGER is neither a REF type nor an object type *)
END Main.
