(* ROUND goes to the nearest, of two equally near to the even; TRUNC to zero, FLOOR down, CEILING up. *)
MODULE Main;
IMPORT IO, Fmt;
VAR n := 3;
BEGIN
  IO.Put(Fmt.Bool(FLOAT(n) = 3.0) & " "); IO.Put(Fmt.Bool(FLOAT(n, LONGREAL) = 3.0D0) & " "); IO.Put(Fmt.Bool(FLOAT(1.5, LONGREAL) = 1.5D0) & " ");
  IO.Put("\n");
END Main.
