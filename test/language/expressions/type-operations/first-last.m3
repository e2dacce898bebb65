(* FIRST, LAST and NUMBER of an ordinal type or an array. *)
MODULE Main;
IMPORT IO;
TYPE S = [3 .. 7]; C = {Red, Green, Blue};
VAR a: ARRAY [2 .. 4] OF INTEGER;
BEGIN
  IO.PutInt(FIRST(S)); IO.Put(" "); IO.PutInt(LAST(S)); IO.Put(" "); IO.PutInt(NUMBER(S)); IO.Put(" "); IO.PutInt(ORD(LAST(C))); IO.Put(" "); IO.PutInt(NUMBER(C)); IO.Put(" "); IO.PutInt(FIRST(a)); IO.Put(" "); IO.PutInt(LAST(a)); IO.Put(" "); IO.PutInt(NUMBER(a)); IO.Put(" "); IO.PutInt(NUMBER(BOOLEAN)); IO.Put(" "); IO.PutInt(NUMBER(CHAR)); IO.Put(" ");
  IO.Put("\n");
END Main.
