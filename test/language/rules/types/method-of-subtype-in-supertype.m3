(* 2.2.9: An override's procedure accepts every object of the type. *)
=== errors
MODULE Main;
TYPE A = OBJECT METHODS p() END; AB = A OBJECT END; T = A OBJECT OVERRIDES p := Q END;
(*                                                                              ^ M3114: Q cannot be method p: its first parameter self: AB does not accept objects of this type *)
PROCEDURE Q(<*UNUSED*> self: AB) = BEGIN END Q;
BEGIN
END Main.
