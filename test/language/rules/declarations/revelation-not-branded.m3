(* 2.4.7 Revelations: the revealed type is branded. *)
=== errors
MODULE Main;
TYPE T <: REFANY;
REVEAL T = REF INTEGER;
(*         ^ M3203: the revelation of T must be a branded REF or object type *)
BEGIN
END Main.
