(* 2.6.3: The first argument of T.m is given by position. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m(n: INTEGER) := P END;
PROCEDURE P(self: T; n: INTEGER) = BEGIN EVAL self; EVAL n END P;
BEGIN
  T.m(self := NEW(T), n := 1);
(*    ^ M3603: T.m has no parameter self *)
END Main.
