(* SPIN FUNCTIONAL: a FUNCTIONAL method takes FUNCTIONAL procedures. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS FUNCTIONAL m(): BOOLEAN := P END;
(*                                                 ^ M3114: P cannot be method m: it is not FUNCTIONAL *)
PROCEDURE P(self: T): BOOLEAN = BEGIN RETURN self = NIL END P;
BEGIN
END Main.
