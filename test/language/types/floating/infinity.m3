(* REAL, LONGREAL and EXTENDED are floating types; they are not converted into each other. *)
MODULE Main;
IMPORT IO, Fmt;
VAR z := 0.0; x := 1.0 / z;
BEGIN
  IO.Put(Fmt.Bool(x > 1.0E30) & " "); IO.Put(Fmt.Bool(-x < 0.0) & " "); IO.Put(Fmt.Bool(x = x + 1.0) & " ");
  IO.Put("\n");
END Main.
