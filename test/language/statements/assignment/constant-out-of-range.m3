(* A value outside the range of the variable's type is a checked run-time error. *)
MODULE Main;
IMPORT IO, SpinException;
VAR s: [0 .. 9] := 1;
BEGIN
  TRY s := 10; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; IO.PutInt(s); IO.Put(" ");
  IO.Put("\n");
END Main.
