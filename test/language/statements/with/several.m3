(* WITH binds a name to a variable, as an alias, or to a value, which cannot be assigned. *)
MODULE Main;
IMPORT IO;
VAR n := 1;
BEGIN
  WITH x = n, y = x + 1 DO x := 5; IO.PutInt(x); IO.Put(" "); IO.PutInt(y); IO.Put(" "); IO.PutInt(n); IO.Put(" ") END;
  IO.Put("\n");
END Main.
