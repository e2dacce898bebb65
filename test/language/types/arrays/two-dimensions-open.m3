(* Arrays are passed, assigned, compared and returned as values, and are open where the formal is. *)
MODULE Main;
IMPORT IO;
VAR a: ARRAY [0 .. 1], [0 .. 2] OF INTEGER;
PROCEDURE P(VAR b: ARRAY OF ARRAY OF INTEGER) = BEGIN IO.PutInt(NUMBER(b)); IO.Put(" "); IO.PutInt(NUMBER(b[0])); IO.Put(" "); b[1, 2] := 8 END P;
BEGIN
  P(a); IO.PutInt(a[1, 2]); IO.Put(" ");
  IO.Put("\n");
END Main.
