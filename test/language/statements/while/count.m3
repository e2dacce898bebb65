(* WHILE tests its condition, a BOOLEAN, before each turn. *)
MODULE Main;
IMPORT IO;
VAR n := 0;
BEGIN
  WHILE n < 3 DO IO.PutInt(n); IO.Put(" "); INC(n) END;
  IO.Put("\n");
END Main.
