(* SPIN FUNCTIONAL: a global is no VAR actual. *)
=== errors
MODULE Main;
VAR n: INTEGER;
FUNCTIONAL PROCEDURE G(VAR k: INTEGER): BOOLEAN = BEGIN RETURN k = 0 END G;
FUNCTIONAL PROCEDURE F(): BOOLEAN = BEGIN RETURN G(n) END F;
(*                                                 ^ M3811: F is FUNCTIONAL: it must not pass as VAR the global variable n *)
BEGIN
END Main.
