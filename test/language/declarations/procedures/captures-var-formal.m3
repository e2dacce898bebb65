(* A nested procedure sees the variables of those around it, of the call it belongs to. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(VAR n: INTEGER) =
  PROCEDURE Q() = BEGIN INC(n, 5) END Q;
  BEGIN Q(); Q() END P;
VAR k := 1;
BEGIN
  P(k); IO.PutInt(k); IO.Put(" ");
  IO.Put("\n");
END Main.
