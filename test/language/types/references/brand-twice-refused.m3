=== errors
(* Reference types with one brand are one; a brand is unique in a program. *)
MODULE Main;
TYPE A = BRANDED "x" REF INTEGER; B = BRANDED "x" REF CHAR;
(*                                            ^ M3116: another type in this unit has the brand "x" *)
BEGIN
END Main.
