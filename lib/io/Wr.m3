MODULE Wr EXPORTS Wr, WrClass;

IMPORT Text;
FROM Thread IMPORT Alerted;

PROCEDURE CheckOpen(wr: T) =
  BEGIN
    IF wr.closed THEN RAISE Error(Code.Closed) END;
  END CheckOpen;

PROCEDURE PutChar(wr: T; ch: CHAR) RAISES {Failure, Alerted} =
  BEGIN
    CheckOpen(wr);
    IF wr.cur >= wr.hi THEN wr.seek(wr.cur) END;
    wr.buff[wr.st + wr.cur - wr.lo] := ch;
    INC(wr.cur);
    IF NOT wr.buffered THEN wr.flush() END;
  END PutChar;

PROCEDURE PutWideChar(wr: T; ch: WIDECHAR) RAISES {Failure, Alerted} =
  BEGIN
    IF ORD(ch) <= ORD(LAST(CHAR)) THEN
      PutChar(wr, VAL(ORD(ch), CHAR));
    ELSE
      PutWideString(wr, ARRAY [0 .. 0] OF WIDECHAR {ch});
    END;
  END PutWideChar;

PROCEDURE PutText(wr: T; t: TEXT) RAISES {Failure, Alerted} =
  VAR
    wide := Text.HasWideChars(t);
    length := Text.Length(t);
    done := 0;
  BEGIN
    CheckOpen(wr);
    WHILE done < length DO
      WITH n = MIN(length - done, ChunkSize) DO
        IF wide THEN PutWidePart(wr, t, done, n) ELSE PutPart(wr, t, done, n) END;
        INC(done, n);
      END;
    END;
    IF NOT wr.buffered AND length > 0 THEN wr.flush() END;
  END PutText;

CONST ChunkSize = 512;

PROCEDURE PutPart(wr: T; t: TEXT; start: CARDINAL; n: [0 .. ChunkSize]) RAISES {Failure, Alerted} =
  VAR chunk: ARRAY [0 .. ChunkSize - 1] OF CHAR;
  BEGIN
    Text.SetChars(chunk, t, start);
    wr.putString(SUBARRAY(chunk, 0, n));
  END PutPart;

PROCEDURE PutWidePart(wr: T; t: TEXT; start: CARDINAL; n: [0 .. ChunkSize]) RAISES {Failure, Alerted} =
  VAR chunk: ARRAY [0 .. ChunkSize - 1] OF WIDECHAR;
  BEGIN
    Text.SetWideChars(chunk, t, start);
    wr.putWide(SUBARRAY(chunk, 0, n));
  END PutWidePart;

PROCEDURE PutWideText(wr: T; t: TEXT) RAISES {Failure, Alerted} =
  BEGIN
    PutText(wr, t);
  END PutWideText;

PROCEDURE PutString(wr: T; READONLY a: ARRAY OF CHAR) RAISES {Failure, Alerted} =
  BEGIN
    CheckOpen(wr);
    wr.putString(a);
    IF NOT wr.buffered THEN wr.flush() END;
  END PutString;

PROCEDURE PutWideString(wr: T; READONLY a: ARRAY OF WIDECHAR) RAISES {Failure, Alerted} =
  BEGIN
    CheckOpen(wr);
    wr.putWide(a);
    IF NOT wr.buffered THEN wr.flush() END;
  END PutWideString;

PROCEDURE PutWideDefault(wr: T; READONLY a: ARRAY OF WIDECHAR) RAISES {Failure, Alerted} =
  VAR
    chars: ARRAY [0 .. 63] OF CHAR;
    n: CARDINAL := 0;
  BEGIN
    FOR i := 0 TO LAST(a) DO
      IF ORD(a[i]) <= ORD(LAST(CHAR)) THEN chars[n] := VAL(ORD(a[i]), CHAR) ELSE chars[n] := '?' END;
      INC(n);
      IF n = NUMBER(chars) THEN wr.putString(chars); n := 0 END;
    END;
    wr.putString(SUBARRAY(chars, 0, n));
  END PutWideDefault;

PROCEDURE PutStringDefault(wr: T; READONLY a: ARRAY OF CHAR) RAISES {Failure, Alerted} =
  VAR done := 0;
  BEGIN
    WHILE done < NUMBER(a) DO
      IF wr.cur >= wr.hi THEN wr.seek(wr.cur) END;
      WITH n  = MIN(NUMBER(a) - done, wr.hi - wr.cur),
           to = wr.st + wr.cur - wr.lo DO
        SUBARRAY(wr.buff^, to, n) := SUBARRAY(a, done, n);
        INC(wr.cur, n);
        INC(done, n);
      END;
    END;
  END PutStringDefault;

PROCEDURE Seek(wr: T; n: CARDINAL) RAISES {Failure, Alerted} =
  BEGIN
    CheckOpen(wr);
    IF NOT wr.seekable THEN RAISE Error(Code.Unseekable) END;
    wr.seek(MIN(n, wr.length()));
  END Seek;

PROCEDURE Flush(wr: T) RAISES {Failure, Alerted} =
  BEGIN
    CheckOpen(wr);
    wr.flush();
  END Flush;

PROCEDURE Close(wr: T) RAISES {Failure, Alerted} =
  BEGIN
    IF wr.closed THEN RETURN END;
    TRY
      wr.flush();
      wr.close();
    FINALLY
      wr.closed := TRUE;
      wr.buff := NIL;
    END;
  END Close;

PROCEDURE Length(wr: T): CARDINAL RAISES {Failure, Alerted} =
  BEGIN
    CheckOpen(wr);
    RETURN wr.length();
  END Length;

PROCEDURE Index(wr: T): CARDINAL =
  BEGIN
    CheckOpen(wr);
    RETURN wr.cur;
  END Index;

PROCEDURE Seekable(wr: T): BOOLEAN =
  BEGIN
    RETURN wr.seekable;
  END Seekable;

PROCEDURE Closed(wr: T): BOOLEAN =
  BEGIN
    RETURN wr.closed;
  END Closed;

PROCEDURE Buffered(wr: T): BOOLEAN =
  BEGIN
    RETURN wr.buffered;
  END Buffered;

PROCEDURE LengthDefault(wr: T): CARDINAL =
  BEGIN
    RETURN wr.cur;
  END LengthDefault;

PROCEDURE FlushDefault(<*UNUSED*> wr: T) =
  BEGIN
  END FlushDefault;

PROCEDURE CloseDefault(<*UNUSED*> wr: T) =
  BEGIN
  END CloseDefault;

BEGIN
END Wr.
