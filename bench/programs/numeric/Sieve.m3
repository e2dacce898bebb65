MODULE Sieve;

CONST
  Limit = 2000000;
  N = 160;

TYPE Matrix = ARRAY [0 .. N - 1], [0 .. N - 1] OF LONGREAL;

VAR
  composite: ARRAY [0 .. Limit] OF BOOLEAN;
  a, b, c: Matrix;

PROCEDURE Primes(): INTEGER =
  VAR
    count := 0;
    j: INTEGER;
  BEGIN
    FOR i := 0 TO Limit DO composite[i] := FALSE END;
    FOR i := 2 TO Limit DO
      IF NOT composite[i] THEN
        INC(count);
        j := i + i;
        WHILE j <= Limit DO
          composite[j] := TRUE;
          INC(j, i);
        END;
      END;
    END;
    RETURN count;
  END Primes;

PROCEDURE Product(): LONGREAL =
  VAR sum: LONGREAL;
  BEGIN
    FOR i := 0 TO N - 1 DO
      FOR j := 0 TO N - 1 DO
        a[i, j] := FLOAT(i + j, LONGREAL);
        b[i, j] := FLOAT(i - j, LONGREAL);
      END;
    END;
    FOR i := 0 TO N - 1 DO
      FOR j := 0 TO N - 1 DO
        sum := 0.0D0;
        FOR k := 0 TO N - 1 DO
          sum := sum + a[i, k] * b[k, j];
        END;
        c[i, j] := sum;
      END;
    END;
    RETURN c[N - 1, 0];
  END Product;

PROCEDURE Run(rounds: INTEGER): INTEGER =
  VAR result := 0;
  BEGIN
    FOR r := 1 TO rounds DO result := Primes() + ROUND(Product()) END;
    RETURN result;
  END Run;

BEGIN
END Sieve.
