(* REAL, LONGREAL and EXTENDED are floating types; they are not converted into each other. *)
MODULE Main;
IMPORT IO, Fmt;
VAR x := 16777216.0;
BEGIN
  IO.Put(Fmt.Bool(x + 1.0 = x) & " "); IO.Put(Fmt.Bool(16777216.0D0 + 1.0D0 = 16777216.0D0) & " ");
  IO.Put("\n");
END Main.
