(* 2.4.8 Recursive declarations: the type of a variable does not depend on the variable. *)
=== errors
MODULE Main;
VAR v := P();
(*  ^ M3102: the initial value of v is needed to know its own type *)
PROCEDURE P(): ARRAY [0 .. LAST(v)] OF INTEGER = BEGIN RETURN v END P;
BEGIN
END Main.
