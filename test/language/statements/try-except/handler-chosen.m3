(* TRY EXCEPT passes control to the first handler that names the exception, else to ELSE, else on. *)
MODULE Main;
IMPORT IO;
EXCEPTION A; B;
BEGIN
  TRY RAISE B EXCEPT A => IO.PutInt(1); IO.Put(" ") | B => IO.PutInt(2); IO.Put(" ") END; IO.PutInt(3); IO.Put(" ");
  IO.Put("\n");
END Main.
