(* Ordinals and floats are ordered; other types have only = and #. *)
MODULE Main;
IMPORT IO, Fmt;
VAR x := NEW(REF ARRAY OF INTEGER, 2); y := NEW(REF ARRAY OF INTEGER, 3);
BEGIN
  x[0] := 0; x[1] := 0; y[0] := 0; y[1] := 0; y[2] := 0; IO.Put(Fmt.Bool(x^ = y^) & " "); IO.Put(Fmt.Bool(x^ = SUBARRAY(y^, 0, 2)) & " ");
  IO.Put("\n");
END Main.
