(* Opaque types: what may be revealed, how, and how often (2.4.7). *)
=== errors
=== Op.i3
INTERFACE Op;
TYPE
  Ref <: REFANY;
  Public = OBJECT n: INTEGER METHODS m() END;
  Obj <: Public;
  Untraced <: ADDRESS;
  Number <: INTEGER;
(*          ^ M3117: an opaque type must be declared as a subtype of a reference type, not of INTEGER *)
  Record <: RECORD a: INTEGER END;
(*          ^ M3117: an opaque type must be declared as a subtype of a reference type, not of RECORD a: INTEGER; END *)
  Never <: REFANY;
  Self <: Self;
(*^ M3102: opaque type Self is declared as a subtype of itself *)
  Left <: Right;
(*^ M3102: opaque type Left is declared as a subtype of itself *)
  Right <: Left;
PROCEDURE New(): Obj;
END Op.

=== Friend.i3
INTERFACE Friend;
IMPORT Op;
TYPE Semi = Op.Public OBJECT k: INTEGER END;
REVEAL Op.Obj <: Semi;
END Friend.

=== Op.m3
MODULE Op;
IMPORT Friend;
TYPE Local = REF INTEGER;
CONST C = 3;
REVEAL
  Ref = BRANDED "Op.Ref" REF INTEGER;
  Obj = Friend.Semi BRANDED "Op.Obj" OBJECT h: INTEGER OVERRIDES m := M END;
  Local = BRANDED REF CHAR;
(*^ M3201: Local is not an opaque type *)
  C = BRANDED REF CHAR;
(*^ M3201: C is a constant, not an opaque type *)
  Missing = BRANDED REF CHAR;
(*^ M3103: Missing is not declared *)
  Op.Ref = BRANDED REF CHAR;
(*^ M3103: Op is not declared *)
  Friend.Semi <: ROOT;
(*       ^ M3201: Friend.Semi is not an opaque type *)
PROCEDURE M(self: Obj) = BEGIN self.h := self.k + self.n END M;
PROCEDURE New(): Obj = BEGIN RETURN NEW(Obj, n := 1, k := 2, h := 3) END New;
BEGIN
END Op.

=== Client.m3
MODULE Client;
IMPORT Op;
VAR o := Op.New();
BEGIN
  o.n := 1;
  o.k := 2;
(*  ^ M3404: type Op.Obj has no field or method k *)
  o.h := 3;
(*  ^ M3404: type Op.Obj has no field or method h *)
  o := NEW(Op.Obj);
END Client.

=== Trusted.m3
MODULE Trusted;
IMPORT Op, Friend;
VAR o := Op.New();
    s: Friend.Semi := o;
BEGIN
  o.n := 1;
  o.k := 2;
  o.h := 3;
(*  ^ M3404: type Op.Obj has no field or method h *)
  o := s;
END Trusted.
