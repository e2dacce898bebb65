(* 2.6.13 Type operations: NARROW goes to a reference type. *)
=== errors
MODULE Main;
VAR r: REFANY; n: INTEGER;
BEGIN
  n := NARROW(r, INTEGER);
(*               ^ M3623: NARROW wants an object type or a traced reference type, not INTEGER *)
END Main.
