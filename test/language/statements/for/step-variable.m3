(* The variable of FOR is of the bounds' type, a new one, and hides others of its name. *)
MODULE Main;
IMPORT IO;
VAR s := 3;
BEGIN
  FOR k := 0 TO 7 BY s DO s := 1; IO.PutInt(k); IO.Put(" ") END;
  IO.Put("\n");
END Main.
