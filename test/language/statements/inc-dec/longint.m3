(* INC and DEC step an ordinal variable by one or by an integer, within its type. *)
MODULE Main;
IMPORT IO;
VAR l := 5L;
BEGIN
  INC(l, 2L); DEC(l); IO.PutInt(VAL(l, INTEGER)); IO.Put(" ");
  IO.Put("\n");
END Main.
