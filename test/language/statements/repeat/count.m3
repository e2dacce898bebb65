(* REPEAT tests its condition, a BOOLEAN, after each turn. *)
MODULE Main;
IMPORT IO;
VAR n := 0;
BEGIN
  REPEAT INC(n); IO.PutInt(n); IO.Put(" ") UNTIL n >= 3;
  IO.Put("\n");
END Main.
