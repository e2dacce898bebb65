(* An enumeration's values are named through the type and numbered from 0; names are distinct. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE C = {Red, Green, Blue};
BEGIN
  IO.PutInt(ORD(C.Red)); IO.Put(" "); IO.PutInt(ORD(C.Blue)); IO.Put(" "); IO.PutInt(NUMBER(C)); IO.Put(" "); IO.Put(Fmt.Bool(C.Red < C.Blue) & " ");
  IO.Put("\n");
END Main.
