(* 2.6.13 Type operations: NARROW is of references. *)
=== errors
MODULE Main;
VAR n: INTEGER; r: REF INTEGER;
BEGIN
  r := NARROW(n, REF INTEGER);
(*            ^ M3623: NARROW wants a reference, not INTEGER *)
END Main.
