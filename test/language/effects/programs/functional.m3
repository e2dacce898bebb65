(* An EPHEMERAL procedure calls only such; a FUNCTIONAL one has no side effects besides. *)
MODULE Main;
IMPORT IO;
FUNCTIONAL PROCEDURE F(n: INTEGER): INTEGER = VAR s := 0; BEGIN FOR k := 1 TO n DO INC(s, k) END; RETURN s END F;
BEGIN
  IO.PutInt(F(4)); IO.Put(" ");
  IO.Put("\n");
END Main.
