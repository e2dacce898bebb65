(* An array constructor has as many elements as the array, or ends with .. to repeat the last. *)
MODULE Main;
IMPORT IO;
TYPE A = ARRAY [1 .. 4] OF INTEGER;
VAR a := A {1, 2, ..};
BEGIN
  IO.PutInt(a[1]); IO.Put(" "); IO.PutInt(a[2]); IO.Put(" "); IO.PutInt(a[3]); IO.Put(" "); IO.PutInt(a[4]); IO.Put(" ");
  IO.Put("\n");
END Main.
