(* Ordinals and floats are ordered; other types have only = and #. *)
MODULE Main;
IMPORT IO, Fmt;
PROCEDURE P() = BEGIN END P;
PROCEDURE Q() = BEGIN END Q;
VAR p := P;
BEGIN
  IO.Put(Fmt.Bool(p = P) & " "); IO.Put(Fmt.Bool(p = Q) & " "); IO.Put(Fmt.Bool(p = NIL) & " ");
  IO.Put("\n");
END Main.
