(* 2.2.9 Objects: a method's procedure has the method's result type. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m(): INTEGER := P END;
(*                                      ^ M3114: P cannot be method m: the result has another type *)
PROCEDURE P(self: T): CARDINAL = BEGIN RETURN 1 END P;
BEGIN
END Main.
