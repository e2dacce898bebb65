(* What only follows from another mistake is not said. *)
=== A.i3
INTERFACE A;
TYPE T = INTEGER;
END A.
=== B.i3
INTERFACE B;
TYPE T = INTEGER;
END B.
=== Imports.m3
MODULE Imports;
(* Which T is meant nobody knows; neither import is unused. *)
FROM A IMPORT T;
FROM B IMPORT T;
(*            ^ M3006: T is imported twice *)
VAR x: T := 1;
BEGIN
  INC(x);
END Imports.
=== Raises.m3
MODULE Raises;
EXCEPTION Bad;
(* Perhaps Bda was to be Bad: what P raises is not compared with it. *)
PROCEDURE P() RAISES {Bda} =
(*                    ^ M3103: Bda is not declared *)
  BEGIN
    RAISE Bad;
  END P;
(* What is returned is not known. *)
PROCEDURE Q(): Missing =
(*             ^ M3103: Missing is not declared *)
  BEGIN
    P();
  END Q;
BEGIN
  EVAL Q();
END Raises.
=== Unknown.m3
MODULE Unknown;
TYPE
  R = REF Absent;
(*        ^ M3103: Absent is not declared *)
  P = REF RECORD a: Absent END;
VAR r: R; p: P;
BEGIN
  r^ := 1;
  r[1] := 2;
  r.a := 3;
  p.a.b[2] := r;
  r := p;
END Unknown.
=== Brands.m3
MODULE Brands;
TYPE
  S = BRANDED "same" REF INTEGER;
  T = BRANDED "same" REF INTEGER;
(*            ^ M3116: another type in this unit has the brand "same" *)
VAR s: S; t: T;
BEGIN
  s := t;
END Brands.
=== Parts.m3
MODULE Parts;
VAR a: ARRAY [0 .. 9] OF CHAR;
BEGIN
  (* Three mistakes, and one. *)
  EVAL SUBARRAY('a', 'b', 'c');
(*              ^ M3623: SUBARRAY wants an array, not CHAR *)
(*                   ^ M3520: cannot assign CHAR to the start of SUBARRAY of type CARDINAL: their base types differ *)
(*                        ^ M3520: cannot assign CHAR to the length of SUBARRAY of type CARDINAL: their base types differ *)
  EVAL SUBARRAY(a, absent, 2);
(*                 ^ M3401: absent is not declared *)
END Parts.
