(* 2.4.7 Revelations: only opaque types are revealed. *)
=== errors
MODULE Main;
TYPE T = REF INTEGER;
REVEAL T = BRANDED REF INTEGER;
(*     ^ M3201: T is not an opaque type *)
BEGIN
END Main.
