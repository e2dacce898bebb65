(* 2.3.1 Assignment: the left side is a writable designator. *)
=== errors
MODULE Main;
PROCEDURE F(): INTEGER = BEGIN RETURN 1 END F;
BEGIN
  F() := 2;
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
END Main.
