=== errors
(* Arrays are passed, assigned, compared and returned as values, and are open where the formal is. *)
MODULE Main;
VAR a: ARRAY [0 .. 1] OF INTEGER;
PROCEDURE P(READONLY b: ARRAY OF ARRAY OF INTEGER) = BEGIN EVAL b[0, 0] END P;
BEGIN
  P(a)
(*  ^ M3610: cannot assign ARRAY [0..1] OF INTEGER to parameter b of P of type ARRAY OF ARRAY OF INTEGER: element types or shapes differ *)
END Main.
