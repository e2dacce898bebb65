(* 2.2.9: The name of a new field or method is not one that is overridden beside it. *)
=== errors
MODULE Main;
TYPE A = OBJECT METHODS m() END; B = A OBJECT m: INTEGER OVERRIDES m := P END;
(*                                                                 ^ M3112: m is overridden in the type that introduces another m *)
PROCEDURE P(<*UNUSED*> a: A) = BEGIN END P;
BEGIN
END Main.
