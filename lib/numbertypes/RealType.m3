MODULE RealType;

IMPORT Real, Word;

PROCEDURE Equal(a, b: T): BOOLEAN =
  BEGIN
    RETURN a = b;
  END Equal;

PROCEDURE Hash(a: T): Word.T =
  BEGIN
    RETURN Real.Hash(a);
  END Hash;

PROCEDURE Compare(a, b: T): [-1 .. 1] =
  BEGIN
    RETURN Real.Compare(a, b);
  END Compare;

BEGIN
END RealType.
