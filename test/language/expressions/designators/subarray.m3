(* SUBARRAY designates part of an array; it must lie within it. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [1 .. 4] OF INTEGER {1, 2, 3, 4};
PROCEDURE Sum(READONLY a: ARRAY OF INTEGER): INTEGER = VAR s := 0; BEGIN FOR k := 0 TO LAST(a) DO s := s + a[k] END; RETURN s END Sum;
BEGIN
  IO.PutInt(Sum(a)); IO.Put(" "); IO.PutInt(Sum(SUBARRAY(a, 1, 2))); IO.Put(" "); IO.PutInt(NUMBER(SUBARRAY(a, 0, 0))); IO.Put(" "); SUBARRAY(a, 0, 2)[1] := 9; IO.PutInt(a[2]); IO.Put(" ");
  IO.Put("\n");
END Main.
