(* TRY EXCEPT passes control to the first handler that names the exception, else to ELSE, else on. *)
MODULE Main;
IMPORT IO;
VAR n := 0;
BEGIN
  TRY n := 1 DIV n EXCEPT ELSE IO.PutInt(7); IO.Put(" ") END;
  IO.Put("\n");
END Main.
