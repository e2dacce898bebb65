(* 2.6.3: SUBARRAY counts elements from the first, whatever its index, concerns the outermost dimension, and designates what its array does. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [10 .. 14] OF INTEGER {1, 2, 3, 4, 5}; m := ARRAY [0 .. 2] OF ARRAY [0 .. 1] OF INTEGER {ARRAY [0 .. 1] OF INTEGER {1, 2}, ..};
PROCEDURE Clear(VAR x: ARRAY OF INTEGER) = BEGIN FOR i := 0 TO LAST(x) DO x[i] := 0 END END Clear;
BEGIN
  Clear(SUBARRAY(a, 1, 2)); SUBARRAY(a, 3, 1)[0] := 9; SUBARRAY(m, 1, 2)[1, 0] := 7;
  FOR i := 10 TO 14 DO IO.PutInt(a[i]) END; IO.Put(" "); IO.PutInt(NUMBER(SUBARRAY(a, 5, 0)));
  IO.PutInt(NUMBER(SUBARRAY(m, 1, 2))); IO.PutInt(NUMBER(SUBARRAY(m, 1, 2)[0])); IO.PutInt(m[2, 0]); IO.Put("\n");
END Main.
