(* Brands are text constants, different from each other in the whole program (2.2.6). *)
=== errors
=== Other.i3
INTERFACE Other;
TYPE
  T = BRANDED "shared" REF INTEGER;
  A = BRANDED REF INTEGER;
  B = BRANDED REF INTEGER;
END Other.

=== Main.m3
MODULE Main;
IMPORT Other;

CONST
  Name = "Main";

TYPE
  Plain = REF INTEGER;
  One = BRANDED "one" REF INTEGER;
  Two = BRANDED "one" REF INTEGER;
(*              ^ M3116: another type in this unit has the brand "one" *)
  Computed = BRANDED Name & ".three" OBJECT END;
  Same = BRANDED "Main" & ".three" OBJECT END;
(*               ^ M3116: another type in this unit has the brand "Main.three" *)
  Number = BRANDED (3) REF INTEGER;
(*                 ^ M3115: a brand must be a text constant *)
  Variable = BRANDED v REF INTEGER;
(*                   ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
  Shared = BRANDED "shared" REF INTEGER;
  Anonymous1 = BRANDED REF INTEGER;
  Anonymous2 = BRANDED REF INTEGER;

VAR
  v := "brand";
  plain: Plain;
  one: One;
  an1: Anonymous1;
  an2: Anonymous2;
  a: Other.A;
  b: Other.B;

BEGIN
  plain := one;
(*         ^ M3520: cannot assign One to plain of type Plain: neither is a subtype of the other *)
  an1 := an2;
(*       ^ M3520: cannot assign Anonymous2 to an1 of type Anonymous1: neither is a subtype of the other *)
  a := b;
(*     ^ M3520: cannot assign Other.B to a of type Other.A: neither is a subtype of the other *)
  a := an1;
(*     ^ M3520: cannot assign Anonymous1 to a of type Other.A: neither is a subtype of the other *)
END Main.
