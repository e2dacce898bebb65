(* 2.4.7 Revelations: every opaque type of a program has a full revelation. *)
=== errors
MODULE Main;
TYPE T <: REFANY;
(*   ^ M3206: no unit reveals the opaque type Main.T in full *)
BEGIN
END Main.
