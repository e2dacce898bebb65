(* 2.2.9 Objects: a method's procedure raises no more than the method. *)
=== errors
MODULE Main;
EXCEPTION E;
TYPE T = OBJECT METHODS m() := P END;
(*                             ^ M3114: P cannot be method m: it may also raise E *)
PROCEDURE P(self: T) RAISES {E} = BEGIN RAISE E END P;
BEGIN
END Main.
