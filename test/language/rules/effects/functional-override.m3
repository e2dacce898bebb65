(* SPIN FUNCTIONAL: an override of a FUNCTIONAL method is FUNCTIONAL. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS FUNCTIONAL m(): BOOLEAN := P END;
  U = T OBJECT OVERRIDES m := Q END;
(*                            ^ M3114: Q cannot be method m: it is not FUNCTIONAL *)
FUNCTIONAL PROCEDURE P(self: T): BOOLEAN = BEGIN RETURN self = NIL END P;
PROCEDURE Q(self: U): BOOLEAN = BEGIN RETURN self = NIL END Q;
BEGIN
END Main.
