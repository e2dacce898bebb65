(* FOR evaluates its bounds and step once, and steps from the first to the last, which may be none. *)
MODULE Main;
IMPORT IO;
VAR n := 2;
BEGIN
  FOR k := 1 TO n DO n := 100; IO.PutInt(k); IO.Put(" ") END;
  IO.Put("\n");
END Main.
