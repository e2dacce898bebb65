(* FOR evaluates its bounds and step once, and steps from the first to the last, which may be none. *)
MODULE Main;
IMPORT IO;
BEGIN
  FOR k := LAST(INTEGER) - 1 TO LAST(INTEGER) DO IO.PutInt(k - LAST(INTEGER)); IO.Put(" ") END;
  IO.Put("\n");
END Main.
