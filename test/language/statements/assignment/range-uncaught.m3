(* A value outside the range of the variable's type is a checked run-time error. *)
MODULE Main;
IMPORT IO;
VAR s: [0 .. 9]; n := 10;
BEGIN
  s := n;
  IO.Put("\n");
END Main.
