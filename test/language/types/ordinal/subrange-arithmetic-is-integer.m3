(* BOOLEAN, CHAR, CARDINAL are predeclared ordinals. *)
MODULE Main;
IMPORT IO;
VAR a: [0 .. 9] := 9; n: INTEGER;
BEGIN
  n := a * a; IO.PutInt(n); IO.Put(" ");
  IO.Put("\n");
END Main.
