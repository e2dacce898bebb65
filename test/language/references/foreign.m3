(* Interfaces of other domains are imported, not exported; a module of the same name exports nothing by default. *)
=== errors
=== Far.i3 imported
INTERFACE Far;
CONST N = 3;
PROCEDURE P();
END Far.

=== Near.m3
MODULE Near EXPORTS Far;
(*                  ^ M3019: interface Far belongs to another domain, so this module cannot export it *)
PROCEDURE P() = BEGIN END P;
BEGIN
END Near.

=== Far.m3
MODULE Far;
VAR x := N;
(*       ^ M3401: N is not declared *)
PROCEDURE P() = BEGIN INC(x) END P;
BEGIN
  P();
END Far.
