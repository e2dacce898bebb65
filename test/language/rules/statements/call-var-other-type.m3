(* 2.3.2 Procedure call: the actual of a VAR parameter has the same type. *)
=== errors
MODULE Main;
VAR c: CARDINAL;
PROCEDURE P(VAR a: INTEGER) = BEGIN a := 1 END P;
BEGIN
  P(c);
(*  ^ M3614: VAR parameter a of P wants a variable of exactly its type INTEGER, and this is one of type CARDINAL *)
END Main.
