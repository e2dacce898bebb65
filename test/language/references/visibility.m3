(* What an interface imports is not passed on to its importers, neither names nor revelations (2.5.1). *)
=== errors
=== Base.i3
INTERFACE Base;
TYPE T <: ROOT;
CONST N = 3;
END Base.

=== Rep.i3
INTERFACE Rep;
IMPORT Base;
REVEAL Base.T <: Public;
TYPE Public = OBJECT x: INTEGER END;
END Rep.

=== Top.i3
INTERFACE Top;
IMPORT Base, Rep;
FROM Base IMPORT N;
TYPE T = Base.T;
VAR v: T;
PROCEDURE P();
END Top.

=== Top.m3
MODULE Top;
PROCEDURE P() =
  BEGIN
    v.x := N;
(*    ^ M3404: type Base.T has no field or method x *)
(*         ^ M3401: N is not declared *)
    EVAL Base.N;
(*       ^ M3401: Base is not declared *)
  END P;
BEGIN
END Top.

=== Client.m3
MODULE Client;
IMPORT Top;
BEGIN
  Top.v.x := Top.N;
(*      ^ M3404: type Base.T has no field or method x *)
(*               ^ M3402: interface Top declares no N *)
END Client.

=== Knower.m3
MODULE Knower;
IMPORT Top;
FROM Rep IMPORT Public;
VAR p: Public;
BEGIN
  p := Top.v;
  Top.v.x := p.x;
END Knower.
