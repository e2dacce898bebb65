(* A call statement calls a proper procedure; a function's result may not be thrown away but by EVAL. *)
MODULE Main;
IMPORT IO;
VAR n := 0;
PROCEDURE F(): INTEGER = BEGIN INC(n); RETURN n END F;
BEGIN
  EVAL F(); EVAL F(); IO.PutInt(n); IO.Put(" ");
  IO.Put("\n");
END Main.
