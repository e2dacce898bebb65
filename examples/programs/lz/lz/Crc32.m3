MODULE Crc32;

IMPORT Byte, ByteSeq, Word;

CONST
  Polynomial = 16_EDB88320;
  All = LAST(T);

VAR table: ARRAY Byte.T OF T;

PROCEDURE Step(crc: T; b: Byte.T): T =
  BEGIN
    RETURN Word.Xor(table[Word.And(Word.Xor(crc, b), 16_FF)], Word.RightShift(crc, 8));
  END Step;

PROCEDURE Of(READONLY chars: ARRAY OF CHAR): T =
  VAR crc: T := All;
  BEGIN
    FOR i := 0 TO LAST(chars) DO crc := Step(crc, ORD(chars[i])) END;
    RETURN Word.Xor(crc, All);
  END Of;

PROCEDURE OfBytes(bytes: ByteSeq.T): T =
  VAR crc: T := All;
  BEGIN
    FOR i := 0 TO bytes.size() - 1 DO crc := Step(crc, bytes.get(i)) END;
    RETURN Word.Xor(crc, All);
  END OfBytes;

PROCEDURE Fill() =
  VAR c: Word.T;
  BEGIN
    FOR b := FIRST(table) TO LAST(table) DO
      c := b;
      FOR i := 1 TO 8 DO
        IF Word.And(c, 1) = 1 THEN
          c := Word.Xor(Polynomial, Word.RightShift(c, 1));
        ELSE
          c := Word.RightShift(c, 1);
        END;
      END;
      table[b] := c;
    END;
  END Fill;

BEGIN
  Fill();
END Crc32.
