(* LOCK wants a MUTEX, and frees it however its body ends. *)
MODULE Main;
IMPORT IO;
EXCEPTION E;
VAR m := NEW(MUTEX);
BEGIN
  TRY LOCK m DO IO.PutInt(1); IO.Put(" "); RAISE E END EXCEPT E => IO.PutInt(2); IO.Put(" ") END; LOCK m DO IO.PutInt(3); IO.Put(" ") END;
  IO.Put("\n");
END Main.
