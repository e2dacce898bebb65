(* 2.8.1 Keywords: they are in capitals; the same letters in another case, and underscores and digits behind a letter, make names. *)
MODULE Main;
IMPORT IO;
VAR begin := 1; End := 2; if_1 := 3; a__b := 4; Begin := 5;
BEGIN
  IO.PutInt(begin); IO.PutInt(End); IO.PutInt(if_1); IO.PutInt(a__b); IO.PutInt(Begin); IO.Put("\n");
END Main.
