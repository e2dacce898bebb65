(* RAISE wants an exception, with an argument exactly if it was declared with one. *)
MODULE Main;
IMPORT IO;
EXCEPTION E(INTEGER);
BEGIN
  TRY RAISE E(5) EXCEPT E (n) => IO.PutInt(n); IO.Put(" ") END;
  IO.Put("\n");
END Main.
