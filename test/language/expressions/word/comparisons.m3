(* Word's operations on constants are constants. *)
MODULE Main;
IMPORT IO, Fmt, Word;
VAR n := -1;
BEGIN
  IO.Put(Fmt.Bool(Word.GT(n, 5)) & " "); IO.Put(Fmt.Bool(Word.LE(n, 5)) & " "); IO.Put(Fmt.Bool(Word.GE(n, n)) & " "); IO.Put(Fmt.Bool(Word.LT(0, n)) & " ");
  IO.Put("\n");
END Main.
