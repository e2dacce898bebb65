(* Word's operations take INTEGER as 64 bits without sign. *)
MODULE Main;
IMPORT IO, Word;
BEGIN
  IO.PutInt(Word.And(12, 10)); IO.Put(" "); IO.PutInt(Word.Or(12, 10)); IO.Put(" "); IO.PutInt(Word.Xor(12, 10)); IO.Put(" "); IO.PutInt(Word.Not(0)); IO.Put(" ");
  IO.Put("\n");
END Main.
