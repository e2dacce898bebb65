(* WITH binds a name to a variable, as an alias, or to a value, which cannot be assigned. *)
MODULE Main;
IMPORT IO;
VAR n := 1;
BEGIN
  WITH x = n + 1 DO n := 9; IO.PutInt(x); IO.Put(" ") END;
  IO.Put("\n");
END Main.
