(* 2.3.2 Procedure call: an element of a READONLY parameter is not writable. *)
=== errors
MODULE Main;
PROCEDURE P(VAR n: INTEGER) = BEGIN n := 1 END P;
PROCEDURE Q(READONLY a: ARRAY OF INTEGER) = BEGIN P(a[0]) END Q;
(*                                                  ^ M3612: VAR parameter n of P wants a writable designator, and a is a READONLY parameter *)
BEGIN
END Main.
