(* BITS n FOR T has T's values in n bits; n is a constant and large enough. *)
MODULE Main;
IMPORT IO;
VAR r: RECORD a: BITS 3 FOR [0 .. 7]; b: BITS 5 FOR [-16 .. 15]; c: BITS 1 FOR BOOLEAN END;
BEGIN
  r.a := 7; r.b := -16; r.c := TRUE; IO.PutInt(r.a); IO.Put(" "); IO.PutInt(r.b); IO.Put(" "); IO.PutInt(ORD(r.c)); IO.Put(" "); r.a := 0; IO.PutInt(r.b); IO.Put(" ");
  IO.Put("\n");
END Main.
