(* An assignment of a record or a fixed array copies all of it. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [0 .. 4] OF INTEGER {1, 2, 3, 4, 5};
BEGIN
  SUBARRAY(a, 1, 4) := SUBARRAY(a, 0, 4); IO.PutInt(a[0]); IO.Put(" "); IO.PutInt(a[1]); IO.Put(" "); IO.PutInt(a[2]); IO.Put(" "); IO.PutInt(a[3]); IO.Put(" "); IO.PutInt(a[4]); IO.Put(" ");
  IO.Put("\n");
END Main.
