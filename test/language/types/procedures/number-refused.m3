=== errors
(* A procedure may be assigned to a variable of its type; modes, types, order, result and exceptions count, names and defaults do not. *)
MODULE Main;
VAR f: PROCEDURE(a: INTEGER);
PROCEDURE G(a, b: INTEGER) = BEGIN EVAL a + b END G;
BEGIN
  f := G
(*     ^ M3520: cannot assign PROCEDURE (a: INTEGER; b: INTEGER) to f of type PROCEDURE (a: INTEGER): it has 2 parameters instead of 1 *)
END Main.
