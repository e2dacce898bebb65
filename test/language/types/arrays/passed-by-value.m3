(* Arrays are passed, assigned, compared and returned as values, and are open where the formal is. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [0 .. 1] OF INTEGER {1, 2};
PROCEDURE P(b: ARRAY OF INTEGER) = BEGIN b[0] := 9; IO.PutInt(b[0]); IO.Put(" ") END P;
BEGIN
  P(a); IO.PutInt(a[0]); IO.Put(" ");
  IO.Put("\n");
END Main.
