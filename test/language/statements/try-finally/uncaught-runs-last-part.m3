(* RETURN and EXIT in nested TRY statements pass every last part on their way, from within. *)
MODULE Main;
IMPORT IO;
EXCEPTION E;
<*FATAL E*>
BEGIN
  TRY RAISE E FINALLY IO.PutInt(1); IO.Put(" "); IO.Put("\n") END;
  IO.Put("\n");
END Main.
