(* Constants fold with the rules of run time, in any order of declaration. *)
MODULE Main;
IMPORT IO;
CONST A = 1.0 / 4.0; B = ROUND(2.5 + A);
BEGIN
  IO.PutInt(B); IO.Put(" ");
  IO.Put("\n");
END Main.
