=== errors
(* Reference types with one brand are one; a brand is unique in a program. *)
MODULE Main;
TYPE A = BRANDED REF INTEGER; B = BRANDED REF INTEGER;
VAR a: A; b: B;
BEGIN
  a := b
(*     ^ M3520: cannot assign B to a of type A: neither is a subtype of the other *)
END Main.
