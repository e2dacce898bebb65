(* A subscript is assignable to the index type and within it; else it is a checked run-time error. *)
MODULE Main;
IMPORT IO, SpinException;
VAR a: ARRAY [3 .. 5] OF INTEGER; n := 6;
BEGIN
  TRY a[n] := 1; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; n := 2; TRY a[n] := 1; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; n := 3; TRY a[n] := 1; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
