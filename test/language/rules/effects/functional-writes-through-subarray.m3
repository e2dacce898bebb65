(* SPIN FUNCTIONAL: a part of a global is that global. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 3] OF INTEGER;
FUNCTIONAL PROCEDURE F(): BOOLEAN = BEGIN SUBARRAY(a, 0, 1)[0] := 1; RETURN TRUE END F;
(*                                        ^ M3811: F is FUNCTIONAL: it must not assign the global variable a *)
BEGIN
END Main.
