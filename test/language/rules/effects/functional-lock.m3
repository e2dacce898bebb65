(* SPIN FUNCTIONAL: LOCK has an effect. *)
=== errors
MODULE Main;
VAR m := NEW(MUTEX);
FUNCTIONAL PROCEDURE F(): BOOLEAN = BEGIN LOCK m DO RETURN TRUE END END F;
(*                                        ^ M3803: F is FUNCTIONAL: LOCK is a side effect *)
BEGIN
END Main.
