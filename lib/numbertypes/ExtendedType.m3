MODULE ExtendedType;

IMPORT Extended, Word;

PROCEDURE Equal(a, b: T): BOOLEAN =
  BEGIN
    RETURN a = b;
  END Equal;

PROCEDURE Hash(a: T): Word.T =
  BEGIN
    RETURN Extended.Hash(a);
  END Hash;

PROCEDURE Compare(a, b: T): [-1 .. 1] =
  BEGIN
    RETURN Extended.Compare(a, b);
  END Compare;

BEGIN
END ExtendedType.
