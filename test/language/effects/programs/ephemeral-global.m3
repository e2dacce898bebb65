(* An EPHEMERAL procedure calls only such; a FUNCTIONAL one has no side effects besides. *)
MODULE Main;
IMPORT IO;
VAR n := 1;
EPHEMERAL PROCEDURE P() = BEGIN n := 5 END P;
BEGIN
  P(); IO.PutInt(n); IO.Put(" ");
  IO.Put("\n");
END Main.
