(* 2.3.2 Procedure call: an actual has as many dimensions as its open array parameter. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 3] OF INTEGER;
PROCEDURE P(READONLY a: ARRAY OF ARRAY OF INTEGER) = BEGIN EVAL a[0, 0] END P;
BEGIN
  P(a);
(*  ^ M3610: cannot assign ARRAY [0..3] OF INTEGER to parameter a of P of type ARRAY OF ARRAY OF INTEGER: element types or shapes differ *)
END Main.
