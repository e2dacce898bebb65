(* SPIN INTERFACE_UNIT: the interface is imported. *)
=== errors
MODULE Main;
BEGIN
  EVAL INTERFACE_UNIT(Nowhere);
(*     ^ M3641: INTERFACE_UNIT takes the name of an imported or exported interface *)
END Main.
