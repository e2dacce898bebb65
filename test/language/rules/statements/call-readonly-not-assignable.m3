(* 2.3.2 Procedure call: an actual is assignable to a READONLY parameter. *)
=== errors
MODULE Main;
PROCEDURE P(READONLY a: TEXT) = BEGIN END P;
BEGIN
  P('a');
(*  ^ M3610: cannot assign CHAR to parameter a of P of type TEXT *)
END Main.
