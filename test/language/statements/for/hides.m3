(* The variable of FOR is of the bounds' type, a new one, and hides others of its name. *)
MODULE Main;
IMPORT IO;
VAR k := 7;
BEGIN
  FOR k := 1 TO 2 DO IO.PutInt(k); IO.Put(" ") END; IO.PutInt(k); IO.Put(" ");
  IO.Put("\n");
END Main.
