(* ROUND goes to the nearest, of two equally near to the even; TRUNC to zero, FLOOR down, CEILING up. *)
MODULE Main;
IMPORT IO;
VAR a := 2.5; b := 3.5; c := -2.5; d := 2.6;
BEGIN
  IO.PutInt(ROUND(a)); IO.Put(" "); IO.PutInt(ROUND(b)); IO.Put(" "); IO.PutInt(ROUND(c)); IO.Put(" "); IO.PutInt(ROUND(d)); IO.Put(" ");
  IO.Put("\n");
END Main.
