=== errors
=== A.i3
INTERFACE A;
PROCEDURE P(n: INTEGER);
END A.
=== A.m3
MODULE A;
PROCEDURE P(n: CHAR) = BEGIN EVAL n END P;
(*        ^ M3301: P does not match its heading in interface A: parameter n has another type *)
BEGIN
END A.
