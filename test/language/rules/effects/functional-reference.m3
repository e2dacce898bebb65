(* SPIN FUNCTIONAL: a FUNCTIONAL procedure assigns nothing behind a reference. *)
=== errors
MODULE Main;
FUNCTIONAL PROCEDURE F(r: REF INTEGER): BOOLEAN = BEGIN r^ := 1; RETURN TRUE END F;
(*                                                      ^ M3811: F is FUNCTIONAL: it must not assign what lies behind a reference *)
BEGIN
END Main.
