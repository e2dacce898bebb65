(* CASE takes the arm with the value; a value without an arm goes to ELSE, or is a checked run-time error. *)
MODULE Main;
IMPORT IO;
TYPE C = {Red, Green, Blue};
PROCEDURE P(c: C) = BEGIN CASE c OF C.Red => IO.PutInt(1); IO.Put(" ") | C.Green .. C.Blue => IO.PutInt(2); IO.Put(" ") END END P;
BEGIN
  P(C.Red); P(C.Blue);
  IO.Put("\n");
END Main.
