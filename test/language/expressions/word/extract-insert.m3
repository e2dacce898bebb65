(* Word's operations take INTEGER as 64 bits without sign. *)
MODULE Main;
IMPORT IO, Word;
BEGIN
  IO.PutInt(Word.Extract(16_1234, 4, 8)); IO.Put(" "); IO.PutInt(Word.Insert(0, 16_F, 4, 4)); IO.Put(" "); IO.PutInt(Word.Extract(-1, 60, 4)); IO.Put(" ");
  IO.Put("\n");
END Main.
