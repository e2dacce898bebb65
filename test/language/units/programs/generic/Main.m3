(* An interface's procedures and variables are used through its name, FROM or AS; a module exports what it implements. *)
MODULE Main;
IMPORT IO, GI;
BEGIN
  IO.PutInt(GI.Add(3, 4)); IO.Put(" "); IO.Put("\n");
END Main.
