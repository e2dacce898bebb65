(* RETURN and EXIT in nested TRY statements pass every last part on their way, from within. *)
MODULE Main;
IMPORT IO;
BEGIN
  FOR k := 1 TO 3 DO TRY IF k = 2 THEN EXIT END FINALLY IO.PutInt(k); IO.Put(" ") END END;
  IO.Put("\n");
END Main.
