(* 2.4.7 Revelations: the revealed type is written out. *)
=== errors
MODULE Main;
TYPE T <: REFANY;
  U = BRANDED REF INTEGER;
REVEAL T = U;
(*         ^ M3203: the revelation of T must be a branded REF or object type *)
BEGIN
END Main.
