(* A variable has a type or an initial value, and the value is assignable to the type. *)
MODULE Main;
IMPORT IO;
VAR a := 1; b: [0 .. 9] := 2; c, d: INTEGER := 3;
BEGIN
  IO.PutInt(a); IO.Put(" "); IO.PutInt(b); IO.Put(" "); IO.PutInt(c); IO.Put(" "); IO.PutInt(d); IO.Put(" ");
  IO.Put("\n");
END Main.
