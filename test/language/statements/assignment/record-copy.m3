(* An assignment of a record or a fixed array copies all of it. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a, b: INTEGER END;
VAR x := R {1, 2}; y := R {3, 4};
BEGIN
  x := y; y.a := 9; IO.PutInt(x.a); IO.Put(" "); IO.PutInt(x.b); IO.Put(" "); IO.PutInt(y.a); IO.Put(" ");
  IO.Put("\n");
END Main.
