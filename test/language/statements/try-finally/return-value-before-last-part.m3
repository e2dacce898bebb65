(* RETURN and EXIT in nested TRY statements pass every last part on their way, from within. *)
MODULE Main;
IMPORT IO;
VAR n := 1;
PROCEDURE F(): INTEGER = BEGIN TRY RETURN n FINALLY n := 9 END END F;
BEGIN
  IO.PutInt(F()); IO.Put(" "); IO.PutInt(n); IO.Put(" ");
  IO.Put("\n");
END Main.
