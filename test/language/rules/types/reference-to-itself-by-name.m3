(* 2.4.8 Recursive declarations: a reference type needs a type to refer to. *)
=== errors
MODULE Main;
TYPE T = REF Missing;
(*           ^ M3103: Missing is not declared *)
BEGIN
END Main.
