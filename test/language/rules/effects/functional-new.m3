(* SPIN FUNCTIONAL: NEW has an effect. *)
=== errors
MODULE Main;
FUNCTIONAL PROCEDURE F(): REF INTEGER = BEGIN RETURN NEW(REF INTEGER) END F;
(*                                                   ^ M3802: F is FUNCTIONAL: it must not use NEW *)
BEGIN
END Main.
