(* An assignment v := e evaluates e and stores its value; v must be a writable designator. *)
MODULE Main;
IMPORT IO;
VAR x: INTEGER;
BEGIN
  x := 3; x := x + 1; IO.PutInt(x); IO.Put(" ");
  IO.Put("\n");
END Main.
