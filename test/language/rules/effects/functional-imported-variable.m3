(* SPIN FUNCTIONAL: another unit's variable is a global. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
VAR n: INTEGER;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store;
FUNCTIONAL PROCEDURE F(): BOOLEAN = BEGIN Store.n := 1; RETURN TRUE END F;
(*                                        ^ M3811: F is FUNCTIONAL: it must not assign the global variable n *)
BEGIN
  EVAL F();
END Main.
