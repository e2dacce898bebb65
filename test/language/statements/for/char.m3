(* FOR evaluates its bounds and step once, and steps from the first to the last, which may be none. *)
MODULE Main;
IMPORT IO;
BEGIN
  FOR c := 'a' TO 'c' DO IO.PutInt(ORD(c)); IO.Put(" ") END;
  IO.Put("\n");
END Main.
