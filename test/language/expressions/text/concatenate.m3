(* & concatenates two texts. *)
MODULE Main;
IMPORT IO, Text;
VAR t := "ab";
BEGIN
  IO.Put(t & "" & "c" & " "); IO.PutInt(Text.Length(t & t)); IO.Put(" ");
  IO.Put("\n");
END Main.
