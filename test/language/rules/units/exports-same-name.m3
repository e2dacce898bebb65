(* 2.5.3 Modules: exported interfaces declare different names. *)
=== errors
=== A.i3
INTERFACE A;
TYPE T = INTEGER;
END A.
=== B.i3
INTERFACE B;
TYPE T = CHAR;
END B.
=== M.m3
MODULE M EXPORTS A, B;
(*     ^ M3013: the exported interfaces A and B both declare T *)
VAR x: T;
BEGIN
END M.
