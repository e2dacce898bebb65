MODULE State;

IMPORT Word;

PROCEDURE Equal(READONLY a, b: T): BOOLEAN =
  BEGIN
    RETURN a = b;
  END Equal;

PROCEDURE Hash(READONLY s: T): Word.T =
  VAR h := Word.Plus(Word.Times(s.row, 1021), s.column);
  BEGIN
    FOR k := FIRST(Key) TO LAST(Key) DO
      h := Word.Plus(Word.Times(h, 2), ORD(k IN s.keys));
    END;
    RETURN h;
  END Hash;

TYPE Key = ['a' .. 'z'];

BEGIN
END State.
