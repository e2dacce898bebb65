(* 2.6.13 Type operations: TYPECODE of a type wants a traced reference type other than REFANY. *)
=== errors
MODULE Main;
VAR n := TYPECODE(REFANY);
(*                ^ M3623: TYPECODE wants an object type or a traced reference type other than REFANY, or an expression of one, not REFANY *)
BEGIN
END Main.
