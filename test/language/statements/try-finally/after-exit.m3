(* The last part of TRY FINALLY runs however the first part ends, and then that ending goes on. *)
MODULE Main;
IMPORT IO;
BEGIN
  LOOP TRY EXIT FINALLY IO.PutInt(1); IO.Put(" ") END END; IO.PutInt(2); IO.Put(" ");
  IO.Put("\n");
END Main.
