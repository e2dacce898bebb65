(* 2.5.3 Modules: a procedure has one body. *)
=== errors
=== A.i3
INTERFACE A;
PROCEDURE P();
END A.
=== B.m3
MODULE B EXPORTS A;
PROCEDURE P() = BEGIN END P;
(*        ^ M3303: P of interface A is already implemented by module C *)
BEGIN
END B.
=== C.m3
MODULE C EXPORTS A;
PROCEDURE P() = BEGIN END P;
BEGIN
END C.
