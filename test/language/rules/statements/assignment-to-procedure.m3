(* 2.3.1 Assignment: a procedure is no variable. *)
=== errors
MODULE Main;
PROCEDURE P() = BEGIN END P;
BEGIN
  P := NIL;
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
END Main.
