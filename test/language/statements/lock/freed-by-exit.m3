(* LOCK wants a MUTEX, and frees it however its body ends. *)
MODULE Main;
IMPORT IO;
VAR m := NEW(MUTEX);
BEGIN
  LOOP LOCK m DO EXIT END END; LOCK m DO IO.PutInt(1); IO.Put(" ") END;
  IO.Put("\n");
END Main.
