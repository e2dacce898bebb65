(* Revelations that contradict what is known of the type. *)
=== errors
=== P.i3
INTERFACE P;
TYPE
  A <: REFANY;
  B <: ROOT;
  C <: REFANY;
  D <: REFANY;
  Base = ROOT OBJECT END;
  Mid = Base OBJECT x: INTEGER END;
  Other = ROOT OBJECT y: INTEGER END;
  E <: Base;
  F <: Base;
  G <: ADDRESS;
  H <: REFANY;
END P.

=== Hint.i3
INTERFACE Hint;
IMPORT P;
REVEAL P.E <: P.Mid;
END Hint.

=== P.m3
MODULE P;
IMPORT Hint;
TYPE Named = BRANDED REF INTEGER;
REVEAL
  A = REF INTEGER;
(*    ^ M3203: the revelation of A must be a branded REF or object type *)
  B = BRANDED REF INTEGER;
(*    ^ M3204: what B is revealed to be is not a subtype of ROOT *)
  C = Named;
(*    ^ M3203: the revelation of C must be a branded REF or object type *)
  D = BRANDED REF INTEGER;
  D = BRANDED REF CHAR;
(*^ M3202: D is already revealed in full *)
  E = Base BRANDED OBJECT END;
(*    ^ M3204: what E is revealed to be is not a subtype of P.Mid *)
  F <: Other;
(*     ^ M3205: F is already known to be a subtype of P.Base, and neither of the two types is a subtype of the other *)
  G = BRANDED REF INTEGER;
(*    ^ M3204: what G is revealed to be is not a subtype of ADDRESS *)
  H = H BRANDED OBJECT END;
(*    ^ M3102: H is revealed to be a subtype of itself *)
BEGIN
END P.
