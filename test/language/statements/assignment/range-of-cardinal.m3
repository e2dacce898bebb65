(* A value outside the range of the variable's type is a checked run-time error. *)
MODULE Main;
IMPORT IO, SpinException;
VAR c: CARDINAL; n := -1;
BEGIN
  TRY c := n; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; n := 0; TRY c := n; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; IO.PutInt(c); IO.Put(" ");
  IO.Put("\n");
END Main.
