(* BITSIZE and BYTESIZE give the size of a type or variable. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a, b: BITS 4 FOR [0 .. 15] END;
BEGIN
  IO.PutInt(BITSIZE(INTEGER)); IO.Put(" "); IO.PutInt(BYTESIZE(INTEGER)); IO.Put(" "); IO.PutInt(BYTESIZE(CHAR)); IO.Put(" "); IO.PutInt(BYTESIZE(REAL)); IO.Put(" "); IO.PutInt(BYTESIZE(LONGREAL)); IO.Put(" "); IO.PutInt(BITSIZE(BITS 4 FOR [0 .. 15])); IO.Put(" ");
  IO.Put("\n");
END Main.
