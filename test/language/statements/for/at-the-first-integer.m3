(* FOR evaluates its bounds and step once, and steps from the first to the last, which may be none. *)
MODULE Main;
IMPORT IO;
BEGIN
  FOR k := FIRST(INTEGER) + 1 TO FIRST(INTEGER) BY -1 DO IO.PutInt(k - FIRST(INTEGER)); IO.Put(" ") END;
  IO.Put("\n");
END Main.
