=== errors
(* A method is called with the object as its first argument; subtypes inherit and override. *)
MODULE Main;
TYPE T = OBJECT a: INTEGER; a: CHAR END;
(*                          ^ M3112: a is declared twice in this type *)
BEGIN
END Main.
