(* 2.2.7 References: a branded type differs from the same type without a brand. *)
=== errors
MODULE Main;
VAR a: BRANDED "a" REF INTEGER; b: REF INTEGER;
BEGIN
  a := b;
(*     ^ M3520: cannot assign REF INTEGER to a of type BRANDED REF INTEGER: neither is a subtype of the other *)
END Main.
