(* 2.2.8 Procedures: a default is a member of the type of the parameter. *)
=== errors
MODULE Main;
TYPE T = PROCEDURE (a: [0 .. 9] := 10);
(*                                 ^ M3522: the value 10 is not a member of [0..9], the type of the default of a parameter *)
BEGIN
END Main.
