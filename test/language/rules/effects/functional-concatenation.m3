(* SPIN FUNCTIONAL: & allocates. *)
=== errors
MODULE Main;
FUNCTIONAL PROCEDURE F(t: TEXT): TEXT = BEGIN RETURN t & "x" END F;
(*                                                   ^ M3802: F is FUNCTIONAL: it must not concatenate texts, which allocates *)
BEGIN
END Main.
