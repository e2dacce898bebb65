(* ORD gives an ordinal's number and VAL is its inverse, checked. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE C = {Red, Green};
VAR n := 1;
BEGIN
  IO.PutInt(ORD('A')); IO.Put(" "); IO.PutInt(ORD(C.Green)); IO.Put(" "); IO.PutInt(ORD(TRUE)); IO.Put(" "); IO.PutInt(ORD(-5)); IO.Put(" "); IO.PutInt(ORD(VAL(n, C))); IO.Put(" "); n := 2; TRY EVAL VAL(n, C); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
