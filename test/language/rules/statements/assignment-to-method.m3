(* 2.3.1 Assignment: the methods of an object do not change. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() END;
VAR t: T;
PROCEDURE P(self: T) = BEGIN EVAL self END P;
BEGIN
  t.m := P;
(*  ^ M3407: the method m of an object can only be called; as a value, name its type: T.m *)
END Main.
