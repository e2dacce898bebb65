(* 2.3.2 Procedure call: a parameter is bound once. *)
=== errors
MODULE Main;
PROCEDURE P(a, b: INTEGER := 0) = BEGIN END P;
BEGIN
  P(1, a := 2);
(*     ^ M3604: parameter a of P is bound twice *)
END Main.
