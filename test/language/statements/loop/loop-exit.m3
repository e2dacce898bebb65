(* LOOP repeats until EXIT, which leaves the innermost loop; EXIT outside of a loop is refused. *)
MODULE Main;
IMPORT IO;
VAR n := 0;
BEGIN
  LOOP INC(n); IF n = 3 THEN EXIT END END; IO.PutInt(n); IO.Put(" ");
  IO.Put("\n");
END Main.
