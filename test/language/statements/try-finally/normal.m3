(* The last part of TRY FINALLY runs however the first part ends, and then that ending goes on. *)
MODULE Main;
IMPORT IO;
BEGIN
  TRY IO.PutInt(1); IO.Put(" ") FINALLY IO.PutInt(2); IO.Put(" ") END; IO.PutInt(3); IO.Put(" ");
  IO.Put("\n");
END Main.
