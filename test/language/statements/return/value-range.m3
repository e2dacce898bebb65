(* RETURN ends a procedure; with a value exactly in functions, where it must be assignable to the result type. *)
MODULE Main;
IMPORT IO, SpinException;
VAR n := 10;
PROCEDURE F(): [0 .. 9] = BEGIN RETURN n END F;
BEGIN
  TRY EVAL F(); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; DEC(n); IO.PutInt(F()); IO.Put(" ");
  IO.Put("\n");
END Main.
