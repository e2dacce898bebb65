MODULE Matrix;

CONST N = 160;

TYPE T = ARRAY [0 .. N - 1], [0 .. N - 1] OF LONGREAL;

VAR a, b, c: T;

PROCEDURE Multiply(READONLY a, b: T; VAR c: T) =
  VAR sum: LONGREAL;
  BEGIN
    FOR i := 0 TO N - 1 DO
      FOR j := 0 TO N - 1 DO
        sum := 0.0D0;
        FOR k := 0 TO N - 1 DO
          sum := sum + a[i, k] * b[k, j];
        END;
        c[i, j] := sum;
      END;
    END;
  END Multiply;

PROCEDURE Run(n: INTEGER): INTEGER =
  VAR total := 0.0D0;
  BEGIN
    FOR i := 0 TO N - 1 DO
      FOR j := 0 TO N - 1 DO
        a[i, j] := FLOAT(i + j, LONGREAL);
        b[i, j] := FLOAT(i - j, LONGREAL);
      END;
    END;
    FOR round := 1 TO n DO
      a[0, 0] := FLOAT(round, LONGREAL);
      Multiply(a, b, c);
    END;
    FOR i := 0 TO N - 1 DO
      FOR j := 0 TO N - 1 DO total := total + c[i, j] END;
    END;
    RETURN ROUND(total);
  END Run;

BEGIN
END Matrix.
