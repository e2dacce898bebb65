(* An assignment of a record or a fixed array copies all of it. *)
MODULE Main;
IMPORT IO;
TYPE A = ARRAY [0 .. 2] OF INTEGER;
VAR x := A {1, 2, 3}; y := A {4, 5, 6};
BEGIN
  x := y; y[0] := 9; IO.PutInt(x[0]); IO.Put(" "); IO.PutInt(x[2]); IO.Put(" ");
  IO.Put("\n");
END Main.
