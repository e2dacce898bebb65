(* 2.3.2 Procedure call: a VAR open array takes arrays of its element type. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 3] OF CARDINAL;
PROCEDURE P(VAR a: ARRAY OF INTEGER) = BEGIN a[0] := 1 END P;
BEGIN
  P(a);
(*  ^ M3614: VAR parameter a of P wants a variable of exactly its type ARRAY OF INTEGER, and this is one of type ARRAY [0..3] OF CARDINAL *)
END Main.
