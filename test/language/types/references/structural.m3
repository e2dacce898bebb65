(* Reference types with one brand are one; a brand is unique in a program. *)
MODULE Main;
IMPORT IO;
TYPE A = REF INTEGER; B = REF INTEGER;
VAR a := NEW(A); b: B;
BEGIN
  a^ := 3; b := a; IO.PutInt(b^); IO.Put(" ");
  IO.Put("\n");
END Main.
