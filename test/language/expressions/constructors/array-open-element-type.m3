(* 2.6.8: the elements of ARRAY OF T {...} have type T, whatever narrower type the values written have. *)
MODULE Main;
IMPORT IO;
TYPE Small = [0 .. 200];
VAR small: Small := 3;
PROCEDURE Sum (READONLY a: ARRAY OF INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := FIRST(a) TO LAST(a) DO INC(sum, a[i]) END;
    RETURN sum;
  END Sum;
PROCEDURE Rows (READONLY a: ARRAY OF ARRAY OF INTEGER): INTEGER =
  BEGIN
    RETURN Sum(a[LAST(a)]);
  END Rows;
BEGIN
  IO.PutInt(Sum(ARRAY OF INTEGER {small})); IO.Put("\n");
  IO.PutInt(Sum(ARRAY OF INTEGER {small, 1000})); IO.Put("\n");
  IO.PutInt(Rows(ARRAY OF ARRAY OF INTEGER {ARRAY OF INTEGER {small, 7}})); IO.Put("\n");
END Main.
