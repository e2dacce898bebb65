(* A VAR actual must be a writable designator of the formal's type. *)
MODULE Main;
IMPORT IO;
VAR x := 1;
PROCEDURE P(VAR a, b: INTEGER) = BEGIN a := 5; b := b + 1 END P;
BEGIN
  P(x, x); IO.PutInt(x); IO.Put(" ");
  IO.Put("\n");
END Main.
