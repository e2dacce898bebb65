(* LOOP repeats until EXIT, which leaves the innermost loop; EXIT outside of a loop is refused. *)
MODULE Main;
IMPORT IO;
VAR n := 0;
BEGIN
  FOR k := 1 TO 2 DO LOOP INC(n); EXIT END; INC(n, 10) END; IO.PutInt(n); IO.Put(" ");
  IO.Put("\n");
END Main.
