(* INC and DEC step an ordinal variable by one or by an integer, within its type. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [0 .. 2] OF INTEGER {0, 0, 0}; n := 0;
PROCEDURE F(): INTEGER = BEGIN INC(n); RETURN n END F;
BEGIN
  INC(a[F()], 5); IO.PutInt(n); IO.Put(" "); IO.PutInt(a[1]); IO.Put(" ");
  IO.Put("\n");
END Main.
