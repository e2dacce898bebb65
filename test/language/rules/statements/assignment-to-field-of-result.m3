(* 2.3.1 Assignment: a field of a value is a value. *)
=== errors
MODULE Main;
TYPE R = RECORD a: INTEGER END;
PROCEDURE F(): R = BEGIN RETURN R {1} END F;
BEGIN
  F().a := 2;
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
END Main.
