(* 2.2.7: BRANDED without a brand makes a type that differs from every other. *)
=== errors
MODULE Main;
TYPE Apple = BRANDED REF INTEGER; Orange = BRANDED REF INTEGER;
VAR a: Apple; o: Orange;
BEGIN
  a := o;
(*     ^ M3520: cannot assign Orange to a of type Apple: neither is a subtype of the other *)
END Main.
