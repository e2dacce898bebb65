(* SPIN FUNCTIONAL: an alias of a global is that global. *)
=== errors
MODULE Main;
VAR n: INTEGER;
FUNCTIONAL PROCEDURE F(): BOOLEAN = BEGIN WITH w = n DO w := 1 END; RETURN TRUE END F;
(*                                                      ^ M3811: F is FUNCTIONAL: it must not assign the global variable n *)
BEGIN
END Main.
