(* TRY EXCEPT passes control to the first handler that names the exception, else to ELSE, else on. *)
MODULE Main;
IMPORT IO;
EXCEPTION A; B;
BEGIN
  TRY RAISE B EXCEPT A, B => IO.PutInt(1); IO.Put(" ") END;
  IO.Put("\n");
END Main.
