(* A set constructor has elements and ranges of the base type. *)
MODULE Main;
IMPORT IO;
TYPE S = SET OF [0 .. 99];
VAR n := 70;
BEGIN
  IO.PutInt(ORD(70 IN S {n})); IO.Put(" "); IO.PutInt(ORD(71 IN S {n - 2 .. n + 1})); IO.Put(" "); IO.PutInt(ORD(72 IN S {n .. n + 1})); IO.Put(" "); IO.PutInt(ORD(5 IN S {9 .. 1})); IO.Put(" ");
  IO.Put("\n");
END Main.
