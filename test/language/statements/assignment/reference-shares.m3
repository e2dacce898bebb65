(* An assignment of a record or a fixed array copies all of it. *)
MODULE Main;
IMPORT IO;
TYPE R = REF INTEGER;
VAR p := NEW(R); q: R;
BEGIN
  p^ := 1; q := p; q^ := 2; IO.PutInt(p^); IO.Put(" ");
  IO.Put("\n");
END Main.
