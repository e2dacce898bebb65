(* RETURN and EXIT in nested TRY statements pass every last part on their way, from within. *)
MODULE Main;
IMPORT IO;
PROCEDURE F(): INTEGER = BEGIN TRY TRY RETURN 3 FINALLY IO.PutInt(1); IO.Put(" ") END FINALLY IO.PutInt(2); IO.Put(" ") END END F;
BEGIN
  IO.PutInt(F()); IO.Put(" ");
  IO.Put("\n");
END Main.
