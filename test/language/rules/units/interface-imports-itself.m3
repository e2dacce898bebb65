(* 2.5.1 Import statements: an interface does not import itself. *)
=== errors
=== A.i3
INTERFACE A;
IMPORT A;
(*     ^ M3002: interfaces import each other in a circle: A imports itself *)
END A.
