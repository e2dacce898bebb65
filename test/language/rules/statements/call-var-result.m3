(* 2.3.2 Procedure call: the result of a call is no variable. *)
=== errors
MODULE Main;
PROCEDURE F(): INTEGER = BEGIN RETURN 1 END F;
PROCEDURE P(VAR n: INTEGER) = BEGIN n := 1 END P;
BEGIN
  P(F());
(*  ^ M3611: VAR parameter n of P wants a variable (a writable designator), and this is a value *)
END Main.
