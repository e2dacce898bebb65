(* The variable of FOR is of the bounds' type, a new one, and hides others of its name. *)
MODULE Main;
IMPORT IO;
BEGIN
  FOR k := FALSE TO TRUE DO IO.PutInt(ORD(k)); IO.Put(" ") END;
  IO.Put("\n");
END Main.
