=== errors
(* A method is called with the object as its first argument; subtypes inherit and override. *)
MODULE Main;
TYPE T = OBJECT METHODS m() := P END;
(*                             ^ M3114: P cannot be method m: its first parameter n: INTEGER does not accept objects of this type *)
PROCEDURE P(n: INTEGER) = BEGIN EVAL n END P;
BEGIN
END Main.
