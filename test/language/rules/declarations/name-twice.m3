(* 2.4 Declarations: the names of a scope are distinct. *)
=== errors
MODULE Main;
VAR a: INTEGER;
PROCEDURE a() = BEGIN END a;
(*        ^ M3101: a is declared twice in this scope *)
BEGIN
END Main.
