(* SPIN FUNCTIONAL: a view of a global is that global. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 7] OF CHAR;
FUNCTIONAL PROCEDURE F(): BOOLEAN = BEGIN VIEW(a, INTEGER) := 1; RETURN TRUE END F;
(*                                        ^ M3811: F is FUNCTIONAL: it must not assign the global variable a *)
BEGIN
END Main.
