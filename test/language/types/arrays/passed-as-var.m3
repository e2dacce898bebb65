(* Arrays are passed, assigned, compared and returned as values, and are open where the formal is. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [5 .. 6] OF INTEGER {1, 2};
PROCEDURE P(VAR b: ARRAY OF INTEGER) = BEGIN b[0] := 9 END P;
BEGIN
  P(a); IO.PutInt(a[5]); IO.Put(" ");
  IO.Put("\n");
END Main.
