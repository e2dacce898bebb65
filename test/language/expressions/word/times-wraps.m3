(* Word's operations on constants are constants. *)
MODULE Main;
IMPORT IO, Word;
VAR n := LAST(INTEGER);
BEGIN
  IO.PutInt(Word.Times(n, 2)); IO.Put(" "); IO.PutInt(Word.Plus(n, 1) - FIRST(INTEGER)); IO.Put(" ");
  IO.Put("\n");
END Main.
