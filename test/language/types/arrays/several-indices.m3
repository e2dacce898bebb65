(* The index type of a fixed array is ordinal; an open array may only be a referent, a formal, an open array's element, or an array constructor's type. *)
MODULE Main;
IMPORT IO;
VAR a: ARRAY [0 .. 1], BOOLEAN OF INTEGER;
BEGIN
  a[1, TRUE] := 3; IO.PutInt(a[1][TRUE]); IO.Put(" "); IO.PutInt(NUMBER(a)); IO.Put(" "); IO.PutInt(NUMBER(a[0])); IO.Put(" ");
  IO.Put("\n");
END Main.
