(* 2.6.13 Type operations: ISTYPE asks references. *)
=== errors
MODULE Main;
VAR b: BOOLEAN; n: INTEGER;
BEGIN
  b := ISTYPE(n, REF INTEGER);
(*            ^ M3623: ISTYPE wants a reference, not INTEGER *)
END Main.
