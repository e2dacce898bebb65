(* The index type of a fixed array is ordinal; an open array may only be a referent, a formal, an open array's element, or an array constructor's type. *)
MODULE Main;
IMPORT IO;
TYPE C = {Red, Green};
VAR a := ARRAY C OF INTEGER {4, 5};
BEGIN
  IO.PutInt(a[C.Red]); IO.Put(" "); IO.PutInt(a[C.Green]); IO.Put(" "); IO.PutInt(ORD(LAST(a))); IO.Put(" ");
  IO.Put("\n");
END Main.
