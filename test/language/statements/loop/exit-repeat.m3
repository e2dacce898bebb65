(* LOOP repeats until EXIT, which leaves the innermost loop; EXIT outside of a loop is refused. *)
MODULE Main;
IMPORT IO;
BEGIN
  REPEAT EXIT UNTIL FALSE; IO.PutInt(1); IO.Put(" ");
  IO.Put("\n");
END Main.
