(* CASE takes the arm with the value; a value without an arm goes to ELSE, or is a checked run-time error. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(c: CHAR) = BEGIN CASE c OF 'a' .. 'z' => IO.PutInt(1); IO.Put(" ") | '0' .. '9' => IO.PutInt(2); IO.Put(" ") ELSE IO.PutInt(3); IO.Put(" ") END END P;
BEGIN
  P('q'); P('5'); P('!');
  IO.Put("\n");
END Main.
