(* ROUND goes to the nearest, of two equally near to the even; TRUNC to zero, FLOOR down, CEILING up. *)
MODULE Main;
IMPORT IO, SpinException;
VAR x := 1.0D30;
BEGIN
  TRY EVAL TRUNC(x); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; TRY EVAL ROUND(-x); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
