(* 2.6.15: FIRST, LAST, NUMBER and the sizes of a variable are constants; Word's functions are. *)
MODULE Main;
IMPORT IO;
IMPORT Word;
VAR v: ARRAY [3 .. 7] OF INTEGER; r: RECORD a: [1 .. 9] END;
CONST F = FIRST(v); L = LAST(v); N = NUMBER(v); B = BYTESIZE(v); W = Word.And(Word.Shift(1, 4), 16_FF); E = BITSIZE(v[3]); A = ARRAY [0 .. L] OF CHAR {'x', ..}; C = A[2];
BEGIN
  IO.PutInt(F); IO.PutInt(L); IO.PutInt(N); IO.PutInt(B); IO.PutInt(W); IO.PutInt(E); IO.PutChar(C); IO.PutInt(NUMBER(A)); v[3] := 1; r.a := 1; IO.Put("\n");
END Main.
