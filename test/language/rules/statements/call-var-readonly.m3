(* 2.3.2 Procedure call: the actual of a VAR parameter is writable. *)
=== errors
MODULE Main;
PROCEDURE P(VAR a: INTEGER) = BEGIN a := 1 END P;
PROCEDURE Q(READONLY b: INTEGER) = BEGIN P(b) END Q;
(*                                         ^ M3612: VAR parameter a of P wants a writable designator, and b is a READONLY parameter *)
BEGIN
END Main.
