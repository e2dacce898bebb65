(* An assignment of a record or a fixed array copies all of it. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [0 .. 2] OF INTEGER {1, 2, 3}; b: ARRAY [10 .. 12] OF INTEGER;
BEGIN
  b := a; IO.PutInt(b[10]); IO.Put(" "); IO.PutInt(b[12]); IO.Put(" ");
  IO.Put("\n");
END Main.
