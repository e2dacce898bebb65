(* 2.3.16: The variable of FOR has the base type of the bounds. *)
MODULE Main;
IMPORT IO;
VAR lo: [1 .. 3] := 2; n: INTEGER;
PROCEDURE P(READONLY i: INTEGER) = BEGIN n := i END P;
BEGIN
  FOR i := lo TO 9 DO P(i) END; IO.PutInt(n); IO.Put("\n");
END Main.
