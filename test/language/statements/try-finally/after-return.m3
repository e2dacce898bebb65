(* The last part of TRY FINALLY runs however the first part ends, and then that ending goes on. *)
MODULE Main;
IMPORT IO;
PROCEDURE F(): INTEGER = BEGIN TRY RETURN 5 FINALLY IO.PutInt(1); IO.Put(" ") END END F;
BEGIN
  IO.PutInt(F()); IO.Put(" ");
  IO.Put("\n");
END Main.
