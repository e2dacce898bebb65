(* 2.5.5 Generics: a generic interface is not imported, its instances are. *)
=== errors
=== G.ig library
GENERIC INTERFACE G(A);
TYPE T = A.T;
END G.
=== Main.m3
MODULE Main;
IMPORT G;
(*     ^ M3001: interface G is not found *)
VAR x: G.T;
BEGIN
END Main.
