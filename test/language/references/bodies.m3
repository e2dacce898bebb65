(* Every heading of an own interface has exactly one body in the program; those of other domains need none. *)
=== errors
=== I.i3
INTERFACE I;
PROCEDURE A();
PROCEDURE B();
PROCEDURE C();
(*        ^ M3302: C is declared in interface I but no module that exports it implements it *)
<*EXTERNAL*> PROCEDURE Kernel();
END I.

=== Lonely.i3
INTERFACE Lonely;
(*        ^ M3302: no module exports interface Lonely, so its procedures have no bodies: P, Q *)
PROCEDURE P();
PROCEDURE Q();
END Lonely.

=== Types.i3
INTERFACE Types;
TYPE T = INTEGER;
END Types.

=== Far.i3 imported
INTERFACE Far;
PROCEDURE P();
END Far.

=== M1.m3
MODULE M1 EXPORTS I;
PROCEDURE A() = BEGIN END A;
(*        ^ M3303: A of interface I is already implemented by module M2 *)
BEGIN
  B();
END M1.

=== M2.m3
MODULE M2 EXPORTS I;
IMPORT Far;
PROCEDURE B() = BEGIN Far.P() END B;
PROCEDURE A() = BEGIN END A;
BEGIN
END M2.

=== Main.m3
MODULE Main;
IMPORT I, Types, Lonely;
VAR x: Types.T := 3;
BEGIN
  I.A(); I.B(); I.C();
  Lonely.P();
  INC(x);
END Main.
