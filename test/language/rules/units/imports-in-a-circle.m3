(* 2.5.2 Interfaces: interfaces do not import each other in a circle. *)
=== errors
=== A.i3
INTERFACE A;
IMPORT B;
TYPE T = B.T;
END A.
=== B.i3
INTERFACE B;
IMPORT A;
(*     ^ M3002: interfaces import each other in a circle: A imports B imports A *)
TYPE T = A.T;
END B.
