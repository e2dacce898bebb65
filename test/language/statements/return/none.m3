(* RETURN ends a procedure; with a value exactly in functions, where it must be assignable to the result type. *)
MODULE Main;
IMPORT IO, SpinException;
PROCEDURE F(n: INTEGER): INTEGER = BEGIN IF n > 0 THEN RETURN n END END F;
BEGIN
  IO.PutInt(F(1)); IO.Put(" "); TRY EVAL F(0); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
