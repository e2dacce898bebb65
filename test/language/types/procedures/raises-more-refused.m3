=== errors
(* A procedure may be assigned to a variable of its type; modes, types, order, result and exceptions count, names and defaults do not. *)
MODULE Main;
EXCEPTION E;
VAR f: PROCEDURE() RAISES {};
PROCEDURE G() RAISES {E} = BEGIN RAISE E END G;
BEGIN
  f := G
(*     ^ M3520: cannot assign PROCEDURE () RAISES {E} to f of type PROCEDURE (): it may also raise E *)
END Main.
