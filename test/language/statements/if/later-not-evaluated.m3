(* IF takes the first arm whose condition, a BOOLEAN, is TRUE. *)
MODULE Main;
IMPORT IO;
PROCEDURE B(n: INTEGER): BOOLEAN = BEGIN IO.PutInt(n); IO.Put(" "); RETURN TRUE END B;
BEGIN
  IF B(1) THEN ELSIF B(2) THEN END;
  IO.Put("\n");
END Main.
