(* Every reference belongs to REFANY, every object to ROOT, and NIL to all. *)
MODULE Main;
IMPORT IO;
VAR r: REFANY;
BEGIN
  r := NIL; r := "t"; r := NEW(REF CHAR); r := NEW(ROOT); IO.PutInt(1); IO.Put(" ");
  IO.Put("\n");
END Main.
