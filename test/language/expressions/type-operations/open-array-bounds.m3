(* FIRST, LAST and NUMBER of an ordinal type or an array. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(READONLY a: ARRAY OF CHAR) = BEGIN IO.PutInt(FIRST(a)); IO.Put(" "); IO.PutInt(LAST(a)); IO.Put(" "); IO.PutInt(NUMBER(a)); IO.Put(" ") END P;
BEGIN
  P(ARRAY [5 .. 7] OF CHAR {'a', ..});
  IO.Put("\n");
END Main.
