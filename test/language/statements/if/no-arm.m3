(* IF takes the first arm whose condition, a BOOLEAN, is TRUE. *)
MODULE Main;
IMPORT IO;
BEGIN
  IF 1 > 2 THEN IO.PutInt(1); IO.Put(" ") END; IO.PutInt(2); IO.Put(" ");
  IO.Put("\n");
END Main.
