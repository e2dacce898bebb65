(* 2.6.13 Type operations: ISTYPE, NARROW and TYPECODE are for object types and traced references. *)
=== errors
=== Main.m3
MODULE Main;
TYPE Un = UNTRACED REF INTEGER;
VAR u: Un;
BEGIN
  EVAL ISTYPE(u, Un);
(*               ^ M3623: ISTYPE wants an object type or a traced reference type, not Un *)
  EVAL NARROW(u, Un);
(*               ^ M3623: NARROW wants an object type or a traced reference type, not Un *)
  EVAL TYPECODE(Un);
(*              ^ M3623: TYPECODE wants an object type or a traced reference type other than REFANY, or an expression of one, not Un *)
END Main.
