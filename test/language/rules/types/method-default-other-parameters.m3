(* 2.2.9 Objects: a method's procedure has the method's parameters. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m(n: INTEGER) := P END;
(*                                       ^ M3114: P cannot be method m: parameter n has another type *)
PROCEDURE P(self: T; n: CHAR) = BEGIN END P;
BEGIN
END Main.
