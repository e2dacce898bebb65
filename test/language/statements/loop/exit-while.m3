(* LOOP repeats until EXIT, which leaves the innermost loop; EXIT outside of a loop is refused. *)
MODULE Main;
IMPORT IO;
BEGIN
  WHILE TRUE DO EXIT END; IO.PutInt(1); IO.Put(" ");
  IO.Put("\n");
END Main.
