(* Constants fold with the rules of run time, in any order of declaration. *)
MODULE Main;
IMPORT IO;
CONST S = BITSIZE(INTEGER) DIV 8;
BEGIN
  IO.PutInt(S); IO.Put(" ");
  IO.Put("\n");
END Main.
