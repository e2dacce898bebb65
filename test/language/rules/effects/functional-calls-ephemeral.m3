(* SPIN FUNCTIONAL: a FUNCTIONAL procedure calls only FUNCTIONAL ones. *)
=== errors
MODULE Main;
EPHEMERAL PROCEDURE E() = BEGIN END E;
FUNCTIONAL PROCEDURE F(): BOOLEAN = BEGIN E(); RETURN TRUE END F;
(*                                        ^ M3801: F is FUNCTIONAL and may call only what is FUNCTIONAL; E is not *)
BEGIN
END Main.
