(* 2.6.13 Type operations: ISTYPE asks for a reference type. *)
=== errors
MODULE Main;
VAR r: REFANY; b: BOOLEAN;
BEGIN
  b := ISTYPE(r, INTEGER);
(*               ^ M3623: ISTYPE wants an object type or a traced reference type, not INTEGER *)
END Main.
