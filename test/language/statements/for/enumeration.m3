(* FOR evaluates its bounds and step once, and steps from the first to the last, which may be none. *)
MODULE Main;
IMPORT IO;
TYPE C = {Red, Green, Blue};
BEGIN
  FOR c := FIRST(C) TO LAST(C) DO IO.PutInt(ORD(c)); IO.Put(" ") END;
  IO.Put("\n");
END Main.
