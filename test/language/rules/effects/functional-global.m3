(* SPIN FUNCTIONAL: a FUNCTIONAL procedure does not assign globals. *)
=== errors
MODULE Main;
VAR n: INTEGER;
FUNCTIONAL PROCEDURE F(): BOOLEAN = BEGIN n := 1; RETURN TRUE END F;
(*                                        ^ M3811: F is FUNCTIONAL: it must not assign the global variable n *)
BEGIN
END Main.
