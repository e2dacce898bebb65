(* Ordinals and floats are ordered; other types have only = and #. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE R = RECORD a: INTEGER; b: ARRAY [0 .. 1] OF CHAR END;
VAR x := R {1, ARRAY [0 .. 1] OF CHAR {'a', 'b'}}; y := x;
BEGIN
  IO.Put(Fmt.Bool(x = y) & " "); y.b[1] := 'c'; IO.Put(Fmt.Bool(x = y) & " "); IO.Put(Fmt.Bool(x # y) & " ");
  IO.Put("\n");
END Main.
