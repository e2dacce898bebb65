(* FIRST, LAST and NUMBER of an ordinal type or an array. *)
MODULE Main;
IMPORT IO;
TYPE E = [1 .. 0];
BEGIN
  IO.PutInt(NUMBER(E)); IO.Put(" "); IO.PutInt(FIRST(E)); IO.Put(" "); IO.PutInt(LAST(E)); IO.Put(" ");
  IO.Put("\n");
END Main.
