MODULE Char;

IMPORT ASCII, Word;

FUNCTIONAL PROCEDURE Equal(a, b: T): BOOLEAN =
  BEGIN
    RETURN a = b;
  END Equal;

FUNCTIONAL PROCEDURE Compare(a, b: T): [-1 .. 1] =
  BEGIN
    IF a < b THEN RETURN -1 ELSE RETURN ORD(a > b) END;
  END Compare;

FUNCTIONAL PROCEDURE Hash(a: T): Word.T =
  BEGIN
    RETURN ORD(a);
  END Hash;

BEGIN
  Upper := ASCII.Upper;
  Lower := ASCII.Lower;
  Control := ASCII.Control;
END Char.
