(* 2.2.9 Objects: a method's procedure accepts every object of the type. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() := P END;
(*                             ^ M3114: P cannot be method m: its first parameter self: U does not accept objects of this type *)
  U = T OBJECT END;
PROCEDURE P(self: U) = BEGIN END P;
BEGIN
END Main.
