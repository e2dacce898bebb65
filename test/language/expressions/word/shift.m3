(* Word's operations take INTEGER as 64 bits without sign. *)
MODULE Main;
IMPORT IO, Word;
VAR n := 1;
BEGIN
  IO.PutInt(Word.Shift(n, 4)); IO.Put(" "); IO.PutInt(Word.Shift(16, -3)); IO.Put(" "); IO.PutInt(Word.Shift(n, 64)); IO.Put(" "); IO.PutInt(Word.Shift(-1, -63)); IO.Put(" "); IO.PutInt(Word.Rotate(n, -1)); IO.Put(" "); IO.PutInt(Word.Rotate(n, 65)); IO.Put(" "); IO.PutInt(Word.LeftShift(n, 3)); IO.Put(" "); IO.PutInt(Word.RightShift(8, 2)); IO.Put(" ");
  IO.Put("\n");
END Main.
