(* RETURN and EXIT in nested TRY statements pass every last part on their way, from within. *)
MODULE Main;
IMPORT IO;
EXCEPTION E;
BEGIN
  LOOP TRY RAISE E EXCEPT E => EXIT END END; IO.PutInt(4); IO.Put(" ");
  IO.Put("\n");
END Main.
