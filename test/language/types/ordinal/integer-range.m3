(* BOOLEAN, CHAR, CARDINAL are predeclared ordinals. *)
MODULE Main;
IMPORT IO;
BEGIN
  IO.PutInt(FIRST(INTEGER)); IO.Put(" "); IO.PutInt(LAST(INTEGER)); IO.Put(" ");
  IO.Put("\n");
END Main.
