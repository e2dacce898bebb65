(* The last part of TRY FINALLY runs however the first part ends, and then that ending goes on. *)
MODULE Main;
IMPORT IO, SpinException;
VAR n := 0;
BEGIN
  TRY TRY n := 1 DIV n FINALLY IO.PutInt(1); IO.Put(" ") END; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
