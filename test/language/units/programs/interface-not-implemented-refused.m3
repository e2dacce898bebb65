=== errors
=== A.i3
INTERFACE A;
PROCEDURE P();
(*        ^ M3302: P is declared in interface A but no module that exports it implements it *)
END A.
=== A.m3
MODULE A;
BEGIN
END A.
