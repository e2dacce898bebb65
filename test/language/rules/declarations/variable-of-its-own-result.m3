(* 2.4.8: A variable's type does not depend on itself through a result. *)
=== errors
MODULE Main;
VAR v := P();
(*  ^ M3102: the initial value of v is needed to know its own type *)
PROCEDURE P(): ARRAY [0 .. LAST(v)] OF INTEGER = BEGIN RETURN v END P;
BEGIN
END Main.
