(* The name in a handler is a variable of the handler with the argument's value. *)
MODULE Main;
IMPORT IO, SpinException;
VAR a: ARRAY [0 .. 1] OF INTEGER; n := 0;
BEGIN
  FOR k := 1 TO 3 DO TRY a[k] := 1; INC(n) EXCEPT SpinException.Exception => END END; IO.PutInt(n); IO.Put(" ");
  IO.Put("\n");
END Main.
