(* The variable of FOR is of the bounds' type, a new one, and hides others of its name. *)
MODULE Main;
IMPORT IO;
VAR c: CARDINAL := 2;
BEGIN
  FOR k := c TO 0 BY -1 DO IO.PutInt(k); IO.Put(" ") END;
  IO.Put("\n");
END Main.
