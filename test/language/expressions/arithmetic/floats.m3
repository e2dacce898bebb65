(* The operands of + - * are both integers, or both of the same floating type, or sets; nothing is converted. *)
MODULE Main;
IMPORT IO;
VAR x := 7.0; y := 2.0;
BEGIN
  IO.PutInt(ROUND(x / y * 4.0)); IO.Put(" "); IO.PutInt(TRUNC(-(x / y))); IO.Put(" ");
  IO.Put("\n");
END Main.
