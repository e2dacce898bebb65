=== errors
(* NEW of a record or object takes bindings of fields, and for objects of methods. *)
MODULE Main;
VAR r: REFANY;
BEGIN
  r := NEW(REFANY)
(*         ^ M3651: NEW cannot allocate: REFANY is neither a REF type nor an object type *)
END Main.
