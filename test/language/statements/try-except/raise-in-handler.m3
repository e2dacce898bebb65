(* TRY EXCEPT passes control to the first handler that names the exception, else to ELSE, else on. *)
MODULE Main;
IMPORT IO;
EXCEPTION A; B;
BEGIN
  TRY TRY RAISE A EXCEPT A => RAISE B END EXCEPT B => IO.PutInt(2); IO.Put(" ") | A => IO.PutInt(1); IO.Put(" ") END;
  IO.Put("\n");
END Main.
