MODULE matrix;

FROM Measure IMPORT measure;

CONST N = 160;

TYPE T = ARRAY [0 .. N - 1], [0 .. N - 1] OF REAL;

VAR a, b, c: T;

PROCEDURE Multiply(VAR a, b, c: T);
VAR
  i, j, k: INTEGER;
  sum: REAL;
BEGIN
  FOR i := 0 TO N - 1 DO
    FOR j := 0 TO N - 1 DO
      sum := 0.0;
      FOR k := 0 TO N - 1 DO
        sum := sum + a[i, k] * b[k, j]
      END;
      c[i, j] := sum
    END
  END
END Multiply;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR
  i, j: INTEGER;
  round: LONGINT;
  total: REAL;
BEGIN
  FOR i := 0 TO N - 1 DO
    FOR j := 0 TO N - 1 DO
      a[i, j] := FLOAT(i + j);
      b[i, j] := FLOAT(i - j)
    END
  END;
  FOR round := 1 TO n DO
    a[0, 0] := FLOAT(round);
    Multiply(a, b, c)
  END;
  total := 0.0;
  FOR i := 0 TO N - 1 DO
    FOR j := 0 TO N - 1 DO total := total + c[i, j] END
  END;
  RETURN VAL(LONGINT, total)  (* it is whole *)
END Run;

BEGIN
  measure(Run)
END matrix.
