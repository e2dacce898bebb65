(* 2.4 Declarations: types are declared. *)
=== errors
MODULE Main;
VAR x: Unknown;
(*     ^ M3103: Unknown is not declared *)
BEGIN
END Main.
