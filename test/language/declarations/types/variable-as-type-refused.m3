=== errors
(* A name is declared once in a scope; inner scopes hide outer ones; a name that is not declared is refused. *)
MODULE Main;
VAR n: INTEGER; x: n;
(*                 ^ M3104: n is a variable, not a type *)
BEGIN
END Main.
