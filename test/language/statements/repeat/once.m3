(* REPEAT tests its condition, a BOOLEAN, after each turn. *)
MODULE Main;
IMPORT IO;
BEGIN
  REPEAT IO.PutInt(1); IO.Put(" ") UNTIL TRUE;
  IO.Put("\n");
END Main.
