(* Arrays are passed, assigned, compared and returned as values, and are open where the formal is. *)
MODULE Main;
IMPORT IO;
VAR a: ARRAY [0 .. 1], [0 .. 2] OF INTEGER;
BEGIN
  a[0] := ARRAY [0 .. 2] OF INTEGER {1, 2, 3}; a[1] := a[0]; a[1, 0] := 7; IO.PutInt(a[0, 0]); IO.Put(" "); IO.PutInt(a[1, 0]); IO.Put(" "); IO.PutInt(a[1, 2]); IO.Put(" ");
  IO.Put("\n");
END Main.
