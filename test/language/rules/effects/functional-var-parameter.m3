(* SPIN FUNCTIONAL: a FUNCTIONAL procedure does not assign VAR parameters. *)
=== errors
MODULE Main;
FUNCTIONAL PROCEDURE F(VAR n: INTEGER): BOOLEAN = BEGIN n := 1; RETURN TRUE END F;
(*                                                      ^ M3811: F is FUNCTIONAL: it must not assign the VAR parameter n *)
BEGIN
END Main.
