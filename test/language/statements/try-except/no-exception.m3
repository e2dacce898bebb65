(* TRY EXCEPT passes control to the first handler that names the exception, else to ELSE, else on. *)
MODULE Main;
IMPORT IO;
EXCEPTION A;
BEGIN
  TRY IO.PutInt(1); IO.Put(" "); IF FALSE THEN RAISE A END EXCEPT A => IO.PutInt(2); IO.Put(" ") END;
  IO.Put("\n");
END Main.
