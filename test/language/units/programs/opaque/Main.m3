(* An interface's procedures and variables are used through its name, FROM or AS; a module exports what it implements. *)
MODULE Main;
IMPORT IO, C;
VAR c := NEW(C.T);
BEGIN
  IO.PutInt(c.next()); IO.Put(" "); IO.PutInt(c.next()); IO.Put(" "); IO.Put("\n");
END Main.
