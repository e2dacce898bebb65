(* A subscript is assignable to the index type and within it; else it is a checked run-time error. *)
MODULE Main;
IMPORT IO;
VAR a: ARRAY ['a' .. 'c'] OF INTEGER;
BEGIN
  a['b'] := 3; IO.PutInt(a['b']); IO.Put(" "); IO.PutInt(NUMBER(a)); IO.Put(" ");
  IO.Put("\n");
END Main.
