MODULE Int64;

IMPORT Long;

PROCEDURE Equal(a, b: T): BOOLEAN =
  BEGIN
    RETURN a = b;
  END Equal;

PROCEDURE Hash(a: T): Long.T =
  BEGIN
    RETURN a;
  END Hash;

PROCEDURE Compare(a, b: T): [-1 .. 1] =
  BEGIN
    IF a < b THEN RETURN -1 END;
    RETURN ORD(a > b);
  END Compare;

BEGIN
END Int64.
