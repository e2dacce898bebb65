(* A subscript is assignable to the index type and within it; else it is a checked run-time error. *)
MODULE Main;
IMPORT IO, SpinException;
VAR a := NEW(REF ARRAY OF INTEGER, 2); n := 2;
BEGIN
  TRY a[n] := 1; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; TRY a[n - 3] := 1; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; TRY a[n - 1] := 1; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
