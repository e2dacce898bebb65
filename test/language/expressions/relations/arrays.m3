(* Ordinals and floats are ordered; other types have only = and #. *)
MODULE Main;
IMPORT IO, Fmt;
VAR x := ARRAY [0 .. 1] OF INTEGER {1, 2}; y := ARRAY [5 .. 6] OF INTEGER {1, 2};
BEGIN
  IO.Put(Fmt.Bool(x = y) & " "); y[5] := 0; IO.Put(Fmt.Bool(x = y) & " ");
  IO.Put("\n");
END Main.
