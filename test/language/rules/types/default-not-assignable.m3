(* 2.2.8 Procedures: a default is assignable to the type of the parameter. *)
=== errors
MODULE Main;
TYPE T = PROCEDURE (a: CHAR := 3);
(*                             ^ M3520: cannot assign INTEGER to the default of a parameter of type CHAR: their base types differ *)
BEGIN
END Main.
