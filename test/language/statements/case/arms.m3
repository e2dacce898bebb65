(* CASE takes the arm with the value; a value without an arm goes to ELSE, or is a checked run-time error. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(n: INTEGER) = BEGIN CASE n OF 1 => IO.PutInt(10); IO.Put(" ") | 2, 4 => IO.PutInt(20); IO.Put(" ") | 5 .. 7 => IO.PutInt(30); IO.Put(" ") ELSE IO.PutInt(0); IO.Put(" ") END END P;
BEGIN
  P(1); P(2); P(4); P(6); P(3); P(8);
  IO.Put("\n");
END Main.
