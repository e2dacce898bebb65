(* 2.6.3: T.m is no designator. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() := P END;
PROCEDURE P(<*UNUSED*> self: T) = BEGIN END P;
BEGIN
  T.m := P;
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
END Main.
