(* 2.3.2: A VAR array formal takes every array whose type is assignable to its own; the shape is checked when it is called. *)
MODULE Main;
IMPORT IO;
PROCEDURE Set(VAR a: ARRAY [1 .. 3] OF INTEGER) = BEGIN a[1] := 7 END Set;
VAR a := ARRAY [0 .. 2] OF INTEGER {0, ..}; r := NEW(REF ARRAY OF INTEGER, 3);
BEGIN
  Set(a); Set(r^); IO.PutInt(a[0]); IO.PutInt(r[0]); IO.Put("\n"); Set(SUBARRAY(r^, 0, 2));
END Main.
