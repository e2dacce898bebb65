(* WITH evaluates its designator once; an alias follows neither reassigned subscripts nor references. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [0 .. 3] OF INTEGER {1, 2, 3, 4};
BEGIN
  WITH x = SUBARRAY(a, 1, 2) DO x[0] := 9; IO.PutInt(NUMBER(x)); IO.Put(" "); IO.PutInt(LAST(x)); IO.Put(" ") END; IO.PutInt(a[1]); IO.Put(" ");
  IO.Put("\n");
END Main.
