(* An interface's procedures and variables are used through its name, FROM or AS; a module exports what it implements. *)
MODULE Main;
IMPORT IO, A;
VAR x := A.Get();
BEGIN
  IO.PutInt(x); IO.Put(" "); IO.Put("\n");
END Main.
