(* The last part of TRY FINALLY runs however the first part ends, and then that ending goes on. *)
MODULE Main;
IMPORT IO;
EXCEPTION E;
BEGIN
  TRY TRY RAISE E FINALLY IO.PutInt(1); IO.Put(" ") END EXCEPT E => IO.PutInt(2); IO.Put(" ") END;
  IO.Put("\n");
END Main.
