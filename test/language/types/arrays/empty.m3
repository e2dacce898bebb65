(* The index type of a fixed array is ordinal; an open array may only be a referent, a formal, an open array's element, or an array constructor's type. *)
MODULE Main;
IMPORT IO;
VAR a: ARRAY [1 .. 0] OF INTEGER;
BEGIN
  IO.PutInt(NUMBER(a)); IO.Put(" ");
  IO.Put("\n");
END Main.
