(* 2.3.2 Procedure call: the actual of a VAR parameter is a writable designator. *)
=== errors
MODULE Main;
PROCEDURE P(VAR a: INTEGER) = BEGIN a := 1 END P;
BEGIN
  P(1 + 2);
(*  ^ M3611: VAR parameter a of P wants a variable (a writable designator), and this is a value *)
END Main.
