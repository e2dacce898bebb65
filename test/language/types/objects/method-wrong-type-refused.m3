=== errors
(* A method is called with the object as its first argument; subtypes inherit and override. *)
MODULE Main;
TYPE T = OBJECT METHODS m(n: INTEGER) := P END;
(*                                       ^ M3114: P cannot be method m: parameter c has another type *)
PROCEDURE P(t: T; c: CHAR) = BEGIN EVAL t; EVAL c END P;
BEGIN
END Main.
