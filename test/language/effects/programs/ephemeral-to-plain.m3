(* An EPHEMERAL procedure calls only such; a FUNCTIONAL one has no side effects besides. *)
MODULE Main;
IMPORT IO;
VAR p: PROCEDURE();
EPHEMERAL PROCEDURE Q() = BEGIN END Q;
BEGIN
  p := Q; p(); IO.PutInt(1); IO.Put(" ");
  IO.Put("\n");
END Main.
