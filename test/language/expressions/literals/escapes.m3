(* Integer literals are decimal, or with a base from 2 to 16 and an underscore; text and character literals have escapes. *)
MODULE Main;
IMPORT IO, Text;
VAR t := "\"\\\101\t";
BEGIN
  IO.PutInt(Text.Length(t)); IO.Put(" "); IO.PutInt(ORD('\n')); IO.Put(" "); IO.PutInt(ORD('\'')); IO.Put(" "); IO.PutInt(ORD('\101')); IO.Put(" "); IO.PutInt(ORD(Text.GetChar(t, 2))); IO.Put(" ");
  IO.Put("\n");
END Main.
