(* ROUND goes to the nearest, of two equally near to the even; TRUNC to zero, FLOOR down, CEILING up. *)
MODULE Main;
IMPORT IO;
VAR a := 2.5; b := -2.5;
BEGIN
  IO.PutInt(TRUNC(a)); IO.Put(" "); IO.PutInt(TRUNC(b)); IO.Put(" "); IO.PutInt(FLOOR(a)); IO.Put(" "); IO.PutInt(FLOOR(b)); IO.Put(" "); IO.PutInt(CEILING(a)); IO.Put(" "); IO.PutInt(CEILING(b)); IO.Put(" ");
  IO.Put("\n");
END Main.
