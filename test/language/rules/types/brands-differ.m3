(* 2.2.7 References: types with different brands are different. *)
=== errors
MODULE Main;
TYPE A = BRANDED "a" REF INTEGER;
  B = BRANDED "b" REF INTEGER;
VAR a: A; b: B;
BEGIN
  a := b;
(*     ^ M3520: cannot assign B to a of type A: neither is a subtype of the other *)
END Main.
