(* The variable of FOR is of the bounds' type, a new one, and hides others of its name. *)
MODULE Main;
IMPORT IO;
VAR a: [1 .. 3] := 1; b: [1 .. 3] := 3;
BEGIN
  FOR k := a TO b DO IO.PutInt(k); IO.Put(" ") END;
  IO.Put("\n");
END Main.
