(* The variable of FOR is of the bounds' type, a new one, and hides others of its name. *)
MODULE Main;
IMPORT IO;
BEGIN
  FOR k := 1 TO 2 DO FOR l := k TO 2 DO IO.PutInt(10 * k + l); IO.Put(" ") END END;
  IO.Put("\n");
END Main.
