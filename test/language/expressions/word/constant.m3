(* Word's operations on constants are constants. *)
MODULE Main;
IMPORT IO, Word;
CONST A = Word.And(16_FF, 16_0F); B = Word.Shift(1, 3);
VAR a: ARRAY [0 .. B] OF INTEGER;
BEGIN
  IO.PutInt(A); IO.Put(" "); IO.PutInt(B); IO.Put(" "); IO.PutInt(NUMBER(a)); IO.Put(" ");
  IO.Put("\n");
END Main.
