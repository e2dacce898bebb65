MODULE Refany;

IMPORT Word;

PROCEDURE Equal(r1, r2: T): BOOLEAN =
  BEGIN
    RETURN r1 = r2;
  END Equal;

PROCEDURE Hash(<*UNUSED*> r: T): Word.T =
  BEGIN
    <*ASSERT FALSE WITH "references have no hash: override keyHash"*>
  END Hash;

PROCEDURE Compare(<*UNUSED*> r1, r2: T): [-1 .. 1] =
  BEGIN
    <*ASSERT FALSE WITH "references have no order: override keyCompare"*>
  END Compare;

BEGIN
END Refany.
