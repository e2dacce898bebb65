(* LONGINT is a type of its own; ORD and VAL convert. *)
MODULE Main;
IMPORT IO, SpinException;
VAR n := 1;
PROCEDURE P() = BEGIN <*ASSERT n = 2*> END P;
BEGIN
  TRY P(); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; n := 2; TRY P(); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
