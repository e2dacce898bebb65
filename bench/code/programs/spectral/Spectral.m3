MODULE Spectral;

IMPORT Math;

TYPE Vector = REF ARRAY OF LONGREAL;

PROCEDURE A(i, j: INTEGER): LONGREAL =
  BEGIN
    RETURN 1.0D0 / FLOAT((i + j) * (i + j + 1) DIV 2 + i + 1, LONGREAL);
  END A;

PROCEDURE Multiply(READONLY v: ARRAY OF LONGREAL; VAR result: ARRAY OF LONGREAL) =
  VAR sum: LONGREAL;
  BEGIN
    FOR i := 0 TO LAST(result) DO
      sum := 0.0D0;
      FOR j := 0 TO LAST(v) DO sum := sum + A(i, j) * v[j] END;
      result[i] := sum;
    END;
  END Multiply;

PROCEDURE MultiplyTransposed(READONLY v: ARRAY OF LONGREAL; VAR result: ARRAY OF LONGREAL) =
  VAR sum: LONGREAL;
  BEGIN
    FOR i := 0 TO LAST(result) DO
      sum := 0.0D0;
      FOR j := 0 TO LAST(v) DO sum := sum + A(j, i) * v[j] END;
      result[i] := sum;
    END;
  END MultiplyTransposed;

PROCEDURE Run(n: INTEGER): INTEGER =
  VAR
    u := NEW(Vector, n);
    v := NEW(Vector, n);
    t := NEW(Vector, n);
    uv, vv := 0.0D0;
  BEGIN
    FOR i := 0 TO n - 1 DO u[i] := 1.0D0 END;
    FOR i := 1 TO 10 DO
      Multiply(u^, t^);
      MultiplyTransposed(t^, v^);
      Multiply(v^, t^);
      MultiplyTransposed(t^, u^);
    END;
    FOR i := 0 TO n - 1 DO
      uv := uv + u[i] * v[i];
      vv := vv + v[i] * v[i];
    END;
    RETURN ROUND(Math.sqrt(uv / vv) * 1.0D9);
  END Run;

BEGIN
END Spectral.
