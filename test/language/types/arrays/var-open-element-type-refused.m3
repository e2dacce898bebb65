=== errors
(* Arrays are passed, assigned, compared and returned as values, and are open where the formal is. *)
MODULE Main;
VAR a: ARRAY [0 .. 1] OF CHAR;
PROCEDURE P(VAR b: ARRAY OF INTEGER) = BEGIN b[0] := 1 END P;
BEGIN
  P(a)
(*  ^ M3614: VAR parameter b of P wants a variable of exactly its type ARRAY OF INTEGER, and this is one of type ARRAY [0..1] OF CHAR *)
END Main.
