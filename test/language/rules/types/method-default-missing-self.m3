(* 2.2.9 Objects: a method's procedure takes the object first. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m(n: INTEGER) := P END;
(*                                       ^ M3114: P cannot be method m: its first parameter n: INTEGER does not accept objects of this type *)
PROCEDURE P(n: INTEGER) = BEGIN END P;
BEGIN
END Main.
