(* Word's operations on constants are constants. *)
MODULE Main;
IMPORT IO, Word, SpinException;
VAR n := 0;
BEGIN
  TRY EVAL Word.Divide(1, n); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; TRY EVAL Word.Mod(1, n); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
