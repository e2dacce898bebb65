=== errors
(* A procedure may be assigned to a variable of its type; modes, types, order, result and exceptions count, names and defaults do not. *)
MODULE Main;
VAR f: PROCEDURE(a: INTEGER);
PROCEDURE G(VAR b: INTEGER) = BEGIN b := 1 END G;
BEGIN
  f := G
(*     ^ M3520: cannot assign PROCEDURE (VAR b: INTEGER) to f of type PROCEDURE (a: INTEGER): parameter b has another mode (VAR instead of VALUE) *)
END Main.
