(* 2.3.2 Procedure call: an actual is assignable to a VALUE parameter. *)
=== errors
MODULE Main;
PROCEDURE P(a: CHAR) = BEGIN END P;
BEGIN
  P(1);
(*  ^ M3610: cannot assign INTEGER to parameter a of P of type CHAR: their base types differ *)
END Main.
