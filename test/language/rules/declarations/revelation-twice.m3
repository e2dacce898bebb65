(* 2.4.7 Revelations: an opaque type is revealed once. *)
=== errors
MODULE Main;
TYPE T <: REFANY;
REVEAL T = BRANDED "a" REF INTEGER;
REVEAL T = BRANDED "b" REF INTEGER;
(*     ^ M3202: T is already revealed in full *)
BEGIN
END Main.
