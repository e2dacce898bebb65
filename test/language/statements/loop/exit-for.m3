(* LOOP repeats until EXIT, which leaves the innermost loop; EXIT outside of a loop is refused. *)
MODULE Main;
IMPORT IO;
BEGIN
  FOR k := 1 TO 9 DO IF k = 4 THEN EXIT END; IO.PutInt(k); IO.Put(" ") END;
  IO.Put("\n");
END Main.
