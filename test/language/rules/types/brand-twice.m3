(* 2.2.7 References: no two types of a program have the same brand. *)
=== errors
MODULE Main;
TYPE A = BRANDED "one" REF INTEGER;
  B = BRANDED "one" REF CHAR;
(*            ^ M3116: another type in this unit has the brand "one" *)
BEGIN
END Main.
