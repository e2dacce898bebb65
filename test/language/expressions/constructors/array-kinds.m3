(* 2.6.8: An array constructor of several dimensions has arrays as elements; ".." repeats the last one. *)
MODULE Main;
IMPORT IO;
TYPE Row = ARRAY [0 .. 2] OF INTEGER;
VAR m := ARRAY [0 .. 3] OF Row {Row {1, 2, 3}, Row {4, ..}, ..}; o := NEW(REF ARRAY OF ARRAY OF INTEGER, 2, 3); n := 0;
PROCEDURE Sum(READONLY a: ARRAY OF ARRAY OF INTEGER): INTEGER = VAR s := 0; BEGIN FOR i := 0 TO LAST(a) DO FOR j := 0 TO LAST(a[i]) DO INC(s, a[i, j]) END END; RETURN s END Sum;
PROCEDURE Next(): INTEGER = BEGIN INC(n); RETURN n END Next;
BEGIN
  IO.PutInt(Sum(m)); IO.Put(" "); o^ := SUBARRAY(m, 0, 2); IO.PutInt(Sum(o^)); IO.Put(" ");
  IO.PutInt(Sum(ARRAY OF Row {m[0], m[3]})); IO.Put(" ");
  WITH x = Row {Next(), ..} DO IO.PutInt(x[2]); IO.PutInt(n) END; IO.Put("\n");
END Main.
