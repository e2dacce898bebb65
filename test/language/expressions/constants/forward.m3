(* Constants fold with the rules of run time, in any order of declaration. *)
MODULE Main;
IMPORT IO;
CONST A = B + 1; B = C * 2; C = 3;
BEGIN
  IO.PutInt(A); IO.Put(" ");
  IO.Put("\n");
END Main.
