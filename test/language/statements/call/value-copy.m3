(* A value formal is a new variable; its actual must be assignable, and in range. *)
MODULE Main;
IMPORT IO;
VAR x := 1;
PROCEDURE P(v: INTEGER) = BEGIN v := 7 END P;
BEGIN
  P(x); IO.PutInt(x); IO.Put(" ");
  IO.Put("\n");
END Main.
