(* Word's operations take INTEGER as 64 bits without sign. *)
MODULE Main;
IMPORT IO, Fmt, Word;
VAR n := -1;
BEGIN
  IO.Put(Fmt.Bool(Word.Plus(n, 1) = 0) & " "); IO.Put(Fmt.Bool(Word.Divide(n, 2) = LAST(INTEGER)) & " "); IO.Put(Fmt.Bool(Word.Mod(n, 10) = 5) & " "); IO.Put(Fmt.Bool(Word.LT(1, n)) & " "); IO.Put(Fmt.Bool(Word.Minus(0, 1) = n) & " ");
  IO.Put("\n");
END Main.
