=== errors
(* A procedure may be assigned to a variable of its type; modes, types, order, result and exceptions count, names and defaults do not. *)
MODULE Main;
VAR f: PROCEDURE(): INTEGER;
PROCEDURE G(): CHAR = BEGIN RETURN 'a' END G;
BEGIN
  f := G
(*     ^ M3520: cannot assign PROCEDURE (): CHAR to f of type PROCEDURE (): INTEGER: the result has another type *)
END Main.
