(* Interfaces that import each other in a circle: one error, naming the circle; importers are spared. *)
=== errors
=== A.i3
INTERFACE A;
IMPORT B;
TYPE T = B.T;
END A.

=== B.i3
INTERFACE B;
IMPORT C; TYPE T = C.T;
END B.

=== C.i3
INTERFACE C;
IMPORT A;
(*     ^ M3002: interfaces import each other in a circle: A imports B imports C imports A *)
TYPE T = A.T;
END C.

=== Self.i3
INTERFACE Self;
IMPORT Self;
(*     ^ M3002: interfaces import each other in a circle: Self imports itself *)
VAR x: Self.T;
END Self.

=== Main.m3
MODULE Main;
IMPORT A, Self;
VAR x: A.T; y := Self.x;
BEGIN
  x := y;
END Main.
