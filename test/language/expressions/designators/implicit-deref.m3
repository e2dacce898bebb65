(* A subscript is assignable to the index type and within it; else it is a checked run-time error. *)
MODULE Main;
IMPORT IO;
VAR r := NEW(REF RECORD a: INTEGER END); p := NEW(REF ARRAY [0 .. 1] OF INTEGER);
BEGIN
  r.a := 1; p[1] := 2; IO.PutInt(r^.a); IO.Put(" "); IO.PutInt(p^[1]); IO.Put(" ");
  IO.Put("\n");
END Main.
