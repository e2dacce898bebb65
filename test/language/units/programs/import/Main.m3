(* An interface's procedures and variables are used through its name, FROM or AS; a module exports what it implements. *)
MODULE Main;
IMPORT IO, A, A AS B;
FROM A IMPORT Next;
BEGIN
  IO.PutInt(A.Next()); IO.Put(" "); IO.PutInt(B.Next()); IO.Put(" "); IO.PutInt(Next()); IO.Put(" "); IO.PutInt(A.n); IO.Put(" "); IO.Put("\n");
END Main.
