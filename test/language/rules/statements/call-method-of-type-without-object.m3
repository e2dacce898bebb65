(* 2.3.2 Procedure call: T.m takes the object first. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m(n: INTEGER) END;
BEGIN
  T.m(3, 4);
(*    ^ M3610: cannot assign INTEGER to parameter self of T.m of type T *)
END Main.
