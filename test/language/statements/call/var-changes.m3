(* A VAR actual must be a writable designator of the formal's type. *)
MODULE Main;
IMPORT IO;
VAR x := 1;
PROCEDURE P(VAR v: INTEGER) = BEGIN v := v + 1 END P;
BEGIN
  P(x); P(x); IO.PutInt(x); IO.Put(" ");
  IO.Put("\n");
END Main.
