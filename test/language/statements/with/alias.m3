(* WITH binds a name to a variable, as an alias, or to a value, which cannot be assigned. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [0 .. 1] OF INTEGER {1, 2}; n := 0;
BEGIN
  WITH x = a[n] DO n := 1; x := 7 END; IO.PutInt(a[0]); IO.Put(" "); IO.PutInt(a[1]); IO.Put(" ");
  IO.Put("\n");
END Main.
