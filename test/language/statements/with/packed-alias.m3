(* WITH binds a name to a variable, as an alias, or to a value, which cannot be assigned. *)
MODULE Main;
IMPORT IO;
VAR r: RECORD a, b: BITS 4 FOR [0 .. 15] := 1 END;
BEGIN
  WITH x = r.b DO x := 9 END; IO.PutInt(r.a); IO.Put(" "); IO.PutInt(r.b); IO.Put(" ");
  IO.Put("\n");
END Main.
