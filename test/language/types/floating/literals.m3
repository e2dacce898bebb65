(* REAL, LONGREAL and EXTENDED are floating types; they are not converted into each other. *)
MODULE Main;
IMPORT IO, Fmt;
VAR x := 1.5; y := 1.5D0; z := 1.5X0;
BEGIN
  IO.Put(Fmt.Bool(FLOAT(x, LONGREAL) = y) & " "); IO.Put(Fmt.Bool(FLOAT(z, LONGREAL) = y) & " ");
  IO.Put("\n");
END Main.
