(* 2.6.13 Type operations: TYPECODE is of references. *)
=== errors
MODULE Main;
VAR n := TYPECODE(3);
(*                ^ M3623: TYPECODE wants an object type or a traced reference type other than REFANY, or an expression of one, not INTEGER *)
BEGIN
END Main.
