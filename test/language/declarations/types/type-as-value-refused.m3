=== errors
(* A name is declared once in a scope; inner scopes hide outer ones; a name that is not declared is refused. *)
MODULE Main;
TYPE T = INTEGER;
VAR n: INTEGER;
BEGIN
  n := T
(*     ^ M3403: T is a type; an expression is wanted here *)
END Main.
