(* 2.2.9 Objects: what one object type introduces has distinct names. *)
=== errors
MODULE Main;
TYPE T = OBJECT a: INTEGER METHODS a() END;
(*                                 ^ M3112: a is declared twice in this type *)
BEGIN
END Main.
