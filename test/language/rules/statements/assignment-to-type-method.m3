(* 2.3.1 Assignment: the methods of a type do not change. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() END;
PROCEDURE P(self: T) = BEGIN EVAL self END P;
BEGIN
  T.m := P;
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
END Main.
