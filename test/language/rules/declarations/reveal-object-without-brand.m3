(* 2.4.7 Revelations: the revealed object type is branded. *)
=== errors
MODULE Main;
TYPE T <: ROOT;
REVEAL T = OBJECT a: INTEGER END;
(*         ^ M3203: the revelation of T must be a branded REF or object type *)
BEGIN
END Main.
