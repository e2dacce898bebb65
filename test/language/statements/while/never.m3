(* WHILE tests its condition, a BOOLEAN, before each turn. *)
MODULE Main;
IMPORT IO;
BEGIN
  WHILE FALSE DO IO.PutInt(1); IO.Put(" ") END; IO.PutInt(2); IO.Put(" ");
  IO.Put("\n");
END Main.
