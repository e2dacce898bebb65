=== errors
(* A name is declared once in a scope; inner scopes hide outer ones; a name that is not declared is refused. *)
MODULE Main;
TYPE T = INTEGER;
VAR T: INTEGER;
(*  ^ M3101: T is declared twice in this scope *)
BEGIN
END Main.
