(* 2.6.10: MIN and MAX are of two ordinals with one base type, or of two floats of one type. *)
MODULE Main;
IMPORT IO;
TYPE T = {A, B, C};
VAR s: [1 .. 5] := 4; n: [3 .. 9] := 7;
BEGIN
  IO.PutInt(ORD(MAX(T.A, T.C))); IO.PutChar(MIN('x', 'b')); IO.PutInt(MIN(s, n)); IO.PutInt(MAX(s, 100)); IO.PutInt(ROUND(MAX(-1.0, -2.0))); IO.PutInt(ORD(MIN(TRUE, FALSE))); IO.Put("\n");
END Main.
