(* A constant's value is a constant expression, assignable to its type if one is given. *)
MODULE Main;
IMPORT IO;
CONST C: [0 .. 9] = 5; D: CARDINAL = 3;
BEGIN
  IO.PutInt(C); IO.Put(" "); IO.PutInt(D); IO.Put(" ");
  IO.Put("\n");
END Main.
