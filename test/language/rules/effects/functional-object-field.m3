(* SPIN FUNCTIONAL: a FUNCTIONAL procedure assigns no object's field. *)
=== errors
MODULE Main;
TYPE T = OBJECT a: INTEGER END;
FUNCTIONAL PROCEDURE F(t: T): BOOLEAN = BEGIN t.a := 1; RETURN TRUE END F;
(*                                            ^ M3811: F is FUNCTIONAL: it must not assign what lies behind a reference *)
BEGIN
END Main.
