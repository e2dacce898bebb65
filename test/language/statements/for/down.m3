(* FOR evaluates its bounds and step once, and steps from the first to the last, which may be none. *)
MODULE Main;
IMPORT IO;
BEGIN
  FOR k := 3 TO 1 BY -1 DO IO.PutInt(k); IO.Put(" ") END;
  IO.Put("\n");
END Main.
