=== errors
(* NEW of a record or object takes bindings of fields, and for objects of methods. *)
MODULE Main;
TYPE T = OBJECT a: INTEGER END;
VAR t: T;
BEGIN
  t := NEW(T, z := 1)
(*            ^ M3404: T has no field or method z *)
END Main.
