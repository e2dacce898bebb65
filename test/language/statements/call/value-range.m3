(* A value formal is a new variable; its actual must be assignable, and in range. *)
MODULE Main;
IMPORT IO, SpinException;
VAR n := 11;
PROCEDURE P(v: [0 .. 9]) = BEGIN IO.PutInt(v); IO.Put(" ") END P;
BEGIN
  TRY P(n); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; n := 9; TRY P(n); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
