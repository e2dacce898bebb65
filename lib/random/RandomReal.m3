MODULE RandomReal;

IMPORT Random, Word;

CONST
  RealUnit     = Word.LeftShift(1, 24);
  LongrealUnit = Word.LeftShift(1, 53);

PROCEDURE Real(r: Random.T): REAL =
  BEGIN
    RETURN FLOAT(r.integer(0, RealUnit - 1)) / FLOAT(RealUnit);
  END Real;

PROCEDURE Longreal(r: Random.T): LONGREAL =
  BEGIN
    RETURN FLOAT(r.integer(0, LongrealUnit - 1), LONGREAL) / FLOAT(LongrealUnit, LONGREAL);
  END Longreal;

PROCEDURE Extended(r: Random.T): EXTENDED =
  BEGIN
    RETURN FLOAT(Longreal(r), EXTENDED);
  END Extended;

BEGIN
END RandomReal.
