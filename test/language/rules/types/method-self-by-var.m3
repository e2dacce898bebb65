(* 2.2.9 Objects: a method's procedure takes the object by value. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() := P END;
(*                             ^ M3114: P cannot be method m: its first parameter self must be a VALUE parameter *)
PROCEDURE P(VAR self: T) = BEGIN END P;
BEGIN
END Main.
