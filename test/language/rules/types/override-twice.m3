(* 2.2.9: A method is overridden once in a type. *)
=== errors
MODULE Main;
TYPE A = OBJECT METHODS m() END; B = A OBJECT OVERRIDES m := P; m := Q END;
(*                                                              ^ M3112: m is overridden twice in this type *)
PROCEDURE P(<*UNUSED*> a: A) = BEGIN END P;
PROCEDURE Q(<*UNUSED*> a: A) = BEGIN END Q;
BEGIN
END Main.
