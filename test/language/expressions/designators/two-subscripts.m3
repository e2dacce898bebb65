(* A subscript is assignable to the index type and within it; else it is a checked run-time error. *)
MODULE Main;
IMPORT IO;
VAR a: ARRAY [0 .. 1], [0 .. 2] OF INTEGER;
BEGIN
  a[1, 2] := 5; IO.PutInt(a[1][2]); IO.Put(" "); a[1][2] := 6; IO.PutInt(a[1, 2]); IO.Put(" ");
  IO.Put("\n");
END Main.
