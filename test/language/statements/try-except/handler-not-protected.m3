(* The name in a handler is a variable of the handler with the argument's value. *)
MODULE Main;
IMPORT IO;
EXCEPTION A; B;
BEGIN
  TRY
    TRY RAISE A EXCEPT A => RAISE A ELSE IO.PutInt(1); IO.Put(" ") END
  EXCEPT A => IO.PutInt(2); IO.Put(" ") END;
  IO.Put("\n");
END Main.
