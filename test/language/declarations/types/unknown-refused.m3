=== errors
(* A name is declared once in a scope; inner scopes hide outer ones; a name that is not declared is refused. *)
MODULE Main;
VAR x: Unknown;
(*     ^ M3103: Unknown is not declared *)
BEGIN
END Main.
