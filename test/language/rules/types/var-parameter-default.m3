(* 2.2.8 Procedures: a VAR parameter has no default. *)
=== errors
MODULE Main;
TYPE T = PROCEDURE (VAR a: INTEGER := 3);
(*                                    ^ M3125: a VAR parameter cannot have a default value *)
BEGIN
END Main.
