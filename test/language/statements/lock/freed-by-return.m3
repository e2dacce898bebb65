(* LOCK wants a MUTEX, and frees it however its body ends. *)
MODULE Main;
IMPORT IO;
VAR m := NEW(MUTEX);
PROCEDURE F(): INTEGER = BEGIN LOCK m DO RETURN 5 END END F;
BEGIN
  IO.PutInt(F()); IO.Put(" "); IO.PutInt(F()); IO.Put(" ");
  IO.Put("\n");
END Main.
