(* BITS n FOR T has T's values in n bits; n is a constant and large enough. *)
MODULE Main;
IMPORT IO;
VAR a: ARRAY [0 .. 9] OF BITS 4 FOR [0 .. 15];
BEGIN
  FOR k := 0 TO 9 DO a[k] := k END; a[4] := 15; IO.PutInt(a[3]); IO.Put(" "); IO.PutInt(a[4]); IO.Put(" "); IO.PutInt(a[5]); IO.Put(" "); IO.PutInt(BITSIZE(a)); IO.Put(" ");
  IO.Put("\n");
END Main.
