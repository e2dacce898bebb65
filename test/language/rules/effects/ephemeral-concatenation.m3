(* SPIN EPHEMERAL: & allocates. *)
=== errors
MODULE Main;
VAR t: TEXT;
EPHEMERAL PROCEDURE E() = BEGIN t := t & "x" END E;
(*                                   ^ M3802: E is EPHEMERAL: it must not concatenate texts, which allocates *)
BEGIN
END Main.
