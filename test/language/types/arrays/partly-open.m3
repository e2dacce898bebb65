(* 2.2.3, 2.3.1 Arrays with different numbers of open dimensions are assignable both ways, whatever is left open; other shapes are a checked run-time error. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE
  F = ARRAY [1..2] OF ARRAY [0..2] OF INTEGER;
  H = ARRAY OF ARRAY [0..2] OF INTEGER;
  H1 = ARRAY OF ARRAY [5..7] OF INTEGER;
  O = ARRAY OF ARRAY OF INTEGER;
  N = ARRAY OF ARRAY [0..2] OF BITS 4 FOR [0..15]; NO = ARRAY OF ARRAY OF BITS 4 FOR [0..15];
VAR f: F; o := NEW(REF O, 2, 3); h := NEW(REF H, 2); h1 := NEW(REF H1, 2); n := NEW(REF N, 2); no := NEW(REF NO, 2, 3);
PROCEDURE Sum(READONLY a: O): INTEGER =
  VAR s := 0; BEGIN FOR i := 0 TO LAST(a) DO FOR j := 0 TO LAST(a[i]) DO s := 10 * s + a[i, j] END END; RETURN s END Sum;
PROCEDURE Half(READONLY a: H): INTEGER = BEGIN RETURN Sum(a) + a[1][2] END Half;
PROCEDURE Set(VAR a: H) = BEGIN a[0, 0] := 9 END Set;
PROCEDURE Shift(VAR a: H1) = BEGIN a[1, 5] := 8 END Shift;
PROCEDURE Value(a: H): INTEGER = BEGIN a[0][0] := 0; RETURN Sum(a) END Value;
BEGIN
  FOR i := 0 TO 1 DO FOR j := 0 TO 2 DO o[i, j] := 3 * i + j END END;
  h^ := o^; h1^ := h^; f := h1^;
  IO.Put(Fmt.Int(Sum(f)) & " " & Fmt.Int(Half(o^)) & " " & Fmt.Int(Half(f)) & " " & Fmt.Int(Value(h1^)) & "\n");
  Set(o^); Shift(o^);
  IO.Put(Fmt.Int(Sum(o^)) & " " & Fmt.Bool(h^ = f) & " " & Fmt.Bool(o^ = h^) & "\n");
  FOR i := 0 TO 1 DO FOR j := 0 TO 2 DO no[i, j] := 3 * i + j END END;
  n^ := no^;
  IO.Put(Fmt.Int(n[1, 0]) & Fmt.Int(n[1][2]) & "\n");
  TRY h^ := NEW(REF O, 2, 4)^ EXCEPT ELSE IO.Put("inner differs\n") END;
  TRY h^ := NEW(REF O, 3, 3)^ EXCEPT ELSE IO.Put("outer differs\n") END;
  TRY EVAL Half(NEW(REF O, 2, 2)^) EXCEPT ELSE IO.Put("passed differs\n") END
END Main.
