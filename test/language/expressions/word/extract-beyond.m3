(* Word's operations take INTEGER as 64 bits without sign. *)
MODULE Main;
IMPORT IO, Word, SpinException;
VAR n := 60;
BEGIN
  TRY EVAL Word.Extract(1, n, 5); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
