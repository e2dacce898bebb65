(* The operands of + - * are both integers, or both of the same floating type, or sets; nothing is converted. *)
MODULE Main;
IMPORT IO;
VAR n := 5;
BEGIN
  IO.PutInt(-n); IO.Put(" "); IO.PutInt(+n); IO.Put(" "); IO.PutInt(- -n); IO.Put(" "); IO.PutInt(-n + 1); IO.Put(" ");
  IO.Put("\n");
END Main.
