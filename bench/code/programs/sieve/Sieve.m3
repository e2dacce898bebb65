MODULE Sieve;

CONST Limit = 2000000;

VAR composite: ARRAY [0 .. Limit] OF BOOLEAN;

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

PROCEDURE Run(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Primes()) END;
    RETURN sum;
  END Run;

BEGIN
END Sieve.
