MODULE DigestBlocks;

IMPORT Rd, Text, Word;
FROM Thread IMPORT Alerted;

CONST Mask = 16_FFFFFFFF;

TYPE
  (* A block that is being filled. *)
  Filling = RECORD
    block: Block;
    used: [0 .. NUMBER(Block)] := 0;
    length := 0;  (* bytes of the message so far *)
  END;

PROCEDURE Put(t: T; VAR f: Filling; byte: Byte) =
  BEGIN
    f.block[f.used] := byte;
    INC(f.used);
    IF f.used = NUMBER(Block) THEN
      t.take(f.block);
      f.used := 0;
    END;
  END Put;

PROCEDURE PutChars(t: T; VAR f: Filling; READONLY a: ARRAY OF CHAR) =
  BEGIN
    FOR i := 0 TO LAST(a) DO Put(t, f, ORD(a[i])) END;
    INC(f.length, NUMBER(a));
  END PutChars;

PROCEDURE Finish(t: T; VAR f: Filling) =
  VAR bits := 8 * f.length;
  BEGIN
    Put(t, f, 16_80);
    WHILE f.used # NUMBER(Block) - 8 DO Put(t, f, 0) END;
    FOR i := 0 TO 7 DO
      IF t.bigEndian THEN
        Put(t, f, Word.Extract(bits, 56 - 8 * i, 8));
      ELSE
        Put(t, f, Word.Extract(bits, 8 * i, 8));
      END;
    END;
  END Finish;

PROCEDURE OfText(t: T; message: TEXT) =
  VAR
    f: Filling;
    chars: ARRAY [0 .. 511] OF CHAR;
    length := Text.Length(message);
    start := 0;
  BEGIN
    IF Text.HasWideChars(message) THEN
      FOR i := 0 TO length - 1 DO
        chars[0] := VAL(ORD(Text.GetWideChar(message, i)), CHAR);
        PutChars(t, f, SUBARRAY(chars, 0, 1));
      END;
    ELSE
      WHILE start < length DO
        WITH n = MIN(length - start, NUMBER(chars)) DO
          Text.SetChars(chars, message, start);
          PutChars(t, f, SUBARRAY(chars, 0, n));
          INC(start, n);
        END;
      END;
    END;
    Finish(t, f);
  END OfText;

PROCEDURE OfRd(t: T; rd: Rd.T) RAISES {Rd.Failure, Alerted} =
  VAR
    f: Filling;
    chars: ARRAY [0 .. 511] OF CHAR;
    n: CARDINAL;
  BEGIN
    REPEAT
      n := Rd.GetSub(rd, chars);
      PutChars(t, f, SUBARRAY(chars, 0, n));
    UNTIL n < NUMBER(chars);
    Finish(t, f);
  END OfRd;

PROCEDURE Word32(t: T; READONLY b: Block; i: [0 .. 15]): Word.T =
  VAR w: Word.T := 0;
  BEGIN
    FOR j := 0 TO 3 DO
      IF t.bigEndian THEN
        w := Word.Or(Word.LeftShift(w, 8), b[4 * i + j]);
      ELSE
        w := Word.Or(w, Word.LeftShift(b[4 * i + j], 8 * j));
      END;
    END;
    RETURN w;
  END Word32;

PROCEDURE Hex(t: T; READONLY words: ARRAY OF Word.T): TEXT =
  CONST Digits = ARRAY [0 .. 15] OF CHAR{'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b',
                                         'c', 'd', 'e', 'f'};
  VAR
    chars := NEW(REF ARRAY OF CHAR, 8 * NUMBER(words));
    byte: Byte;
  BEGIN
    FOR i := 0 TO LAST(words) DO
      FOR j := 0 TO 3 DO
        IF t.bigEndian THEN byte := Word.Extract(words[i], 24 - 8 * j, 8)
        ELSE byte := Word.Extract(words[i], 8 * j, 8)
        END;
        chars[8 * i + 2 * j] := Digits[byte DIV 16];
        chars[8 * i + 2 * j + 1] := Digits[byte MOD 16];
      END;
    END;
    RETURN Text.FromChars(chars^);
  END Hex;

PROCEDURE Plus32(a, b: Word.T): Word.T =
  BEGIN
    RETURN Word.And(a + b, Mask);
  END Plus32;

PROCEDURE RotateLeft32(a: Word.T; n: [0 .. 31]): Word.T =
  BEGIN
    RETURN Word.And(Word.Or(Word.LeftShift(a, n), Word.RightShift(a, 32 - n)), Mask);
  END RotateLeft32;

BEGIN
END DigestBlocks.
