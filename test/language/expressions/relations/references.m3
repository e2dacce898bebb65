(* Ordinals and floats are ordered; other types have only = and #. *)
MODULE Main;
IMPORT IO, Fmt;
VAR x := NEW(REF INTEGER); y := NEW(REF INTEGER);
BEGIN
  x^ := 1; y^ := 1; IO.Put(Fmt.Bool(x = y) & " "); IO.Put(Fmt.Bool(x = x) & " "); IO.Put(Fmt.Bool(x^ = y^) & " "); IO.Put(Fmt.Bool(x = NIL) & " ");
  IO.Put("\n");
END Main.
