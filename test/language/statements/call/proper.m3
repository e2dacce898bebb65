(* A call statement calls a proper procedure; a function's result may not be thrown away but by EVAL. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(n: INTEGER) = BEGIN IO.PutInt(n); IO.Put(" ") END P;
BEGIN
  P(3);
  IO.Put("\n");
END Main.
