(* RAISE wants an exception, with an argument exactly if it was declared with one. *)
MODULE Main;
IMPORT IO;
EXCEPTION E(TEXT);
BEGIN
  TRY RAISE E("why") EXCEPT E (t) => IO.Put(t & " ") END;
  IO.Put("\n");
END Main.
