(* RETURN and EXIT in nested TRY statements pass every last part on their way, from within. *)
MODULE Main;
IMPORT IO;
EXCEPTION E(INTEGER);
PROCEDURE P() RAISES {E} = BEGIN TRY RAISE E(4) FINALLY IO.PutInt(1); IO.Put(" ") END END P;
BEGIN
  TRY P() EXCEPT E (n) => IO.PutInt(n); IO.Put(" ") END;
  IO.Put("\n");
END Main.
