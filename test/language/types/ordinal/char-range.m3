(* BOOLEAN, CHAR, CARDINAL are predeclared ordinals. *)
MODULE Main;
IMPORT IO;
BEGIN
  IO.PutInt(ORD(FIRST(CHAR))); IO.Put(" "); IO.PutInt(ORD(LAST(CHAR))); IO.Put(" "); IO.PutInt(NUMBER(CHAR)); IO.Put(" ");
  IO.Put("\n");
END Main.
