(* SUBARRAY designates part of an array; it must lie within it. *)
MODULE Main;
IMPORT IO, SpinException;
VAR a: ARRAY [0 .. 3] OF INTEGER; n := 4;
PROCEDURE P(READONLY b: ARRAY OF INTEGER) = BEGIN IO.PutInt(NUMBER(b)); IO.Put(" ") END P;
BEGIN
  TRY P(SUBARRAY(a, 1, n)); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; TRY P(SUBARRAY(a, n, 0)); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
