MODULE sieve;

FROM Measure IMPORT measure;

CONST Limit = 2000000;

VAR composite: ARRAY [0 .. Limit] OF BOOLEAN;

PROCEDURE Primes(): INTEGER;
VAR count, i, j: INTEGER;
BEGIN
  count := 0;
  FOR i := 0 TO Limit DO composite[i] := FALSE END;
  FOR i := 2 TO Limit DO
    IF NOT composite[i] THEN
      INC(count);
      j := i + i;
      WHILE j <= Limit DO
        composite[j] := TRUE;
        INC(j, i)
      END
    END
  END;
  RETURN count
END Primes;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR i, sum: LONGINT;
BEGIN
  sum := 0;
  FOR i := 1 TO n DO INC(sum, Primes()) END;
  RETURN sum
END Run;

BEGIN
  measure(Run)
END sieve.
