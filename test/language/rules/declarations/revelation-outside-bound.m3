(* 2.4.7 Revelations: the revealed type is a subtype of the bound. *)
=== errors
MODULE Main;
TYPE T <: ROOT;
REVEAL T = BRANDED REF INTEGER;
(*         ^ M3204: what T is revealed to be is not a subtype of ROOT *)
BEGIN
END Main.
