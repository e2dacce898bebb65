(* Texts are values whose characters the library reads; equal literals need not be one object. *)
MODULE Main;
IMPORT IO, Text;
BEGIN
  IO.PutInt(Text.Length("")); IO.Put(" "); IO.PutInt(Text.Length("" & "")); IO.Put(" ");
  IO.Put("\n");
END Main.
