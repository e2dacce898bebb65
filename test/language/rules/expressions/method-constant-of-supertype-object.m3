(* 2.6.3: The first parameter of T.m has type T. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() := P END; U = T OBJECT END;
PROCEDURE P(<*UNUSED*> self: T) = BEGIN END P;
VAR p: PROCEDURE (u: T) := U.m;
(*                         ^ M3520: cannot assign PROCEDURE (self: U) to variable p of type PROCEDURE (u: T): parameter self has another type *)
BEGIN
END Main.
