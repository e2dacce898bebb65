(* The last part of TRY FINALLY runs however the first part ends, and then that ending goes on. *)
MODULE Main;
IMPORT IO;
EXCEPTION A; B;
BEGIN
  TRY TRY RAISE A FINALLY RAISE B END EXCEPT A => IO.PutInt(1); IO.Put(" ") | B => IO.PutInt(2); IO.Put(" ") END;
  IO.Put("\n");
END Main.
