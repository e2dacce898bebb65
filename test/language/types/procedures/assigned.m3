(* A procedure may be assigned to a variable of its type; modes, types, order, result and exceptions count, names and defaults do not. *)
MODULE Main;
IMPORT IO;
VAR f: PROCEDURE(a: INTEGER): INTEGER;
PROCEDURE G(b: INTEGER): INTEGER = BEGIN RETURN b + 1 END G;
BEGIN
  f := G; IO.PutInt(f(1)); IO.Put(" ");
  IO.Put("\n");
END Main.
