MODULE spectral;

FROM Measure IMPORT measure;
FROM libm IMPORT sqrt;

CONST Most = 1000;

TYPE Vector = ARRAY [0 .. Most - 1] OF REAL;

VAR u, v, t: Vector;

PROCEDURE A(i, j: INTEGER): REAL;
BEGIN
  RETURN 1.0 / FLOAT((i + j) * (i + j + 1) DIV 2 + i + 1)
END A;

PROCEDURE Multiply(VAR v, result: Vector; n: INTEGER);
VAR
  i, j: INTEGER;
  sum: REAL;
BEGIN
  FOR i := 0 TO n - 1 DO
    sum := 0.0;
    FOR j := 0 TO n - 1 DO sum := sum + A(i, j) * v[j] END;
    result[i] := sum
  END
END Multiply;

PROCEDURE MultiplyTransposed(VAR v, result: Vector; n: INTEGER);
VAR
  i, j: INTEGER;
  sum: REAL;
BEGIN
  FOR i := 0 TO n - 1 DO
    sum := 0.0;
    FOR j := 0 TO n - 1 DO sum := sum + A(j, i) * v[j] END;
    result[i] := sum
  END
END MultiplyTransposed;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR
  size, i: INTEGER;
  uv, vv: REAL;
BEGIN
  size := VAL(INTEGER, n);
  FOR i := 0 TO size - 1 DO u[i] := 1.0 END;
  FOR i := 1 TO 10 DO
    Multiply(u, t, size);
    MultiplyTransposed(t, v, size);
    Multiply(v, t, size);
    MultiplyTransposed(t, u, size)
  END;
  uv := 0.0;
  vv := 0.0;
  FOR i := 0 TO size - 1 DO
    uv := uv + u[i] * v[i];
    vv := vv + v[i] * v[i]
  END;
  RETURN VAL(LONGINT, sqrt(uv / vv) * 1.0E9 + 0.5)
END Run;

BEGIN
  measure(Run)
END spectral.
