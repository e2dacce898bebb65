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

PROCEDURE PutText(wr: T; t: TEXT) RAISES {Failure, Alerted} =
  VAR
    chunk: ARRAY [0..511] OF CHAR;
    done := 0;
    length := Text.Length(t);
  BEGIN
    CheckOpen(wr);
    WHILE done < length DO
      WITH n = MIN(length - done, NUMBER(chunk)) DO
        Text.SetChars(chunk, t, done);
        wr.putString(SUBARRAY(chunk, 0, n));
        INC(done, n);
      END;
    END;
    IF NOT wr.buffered AND length > 0 THEN wr.flush() END;
  END PutText;

PROCEDURE PutString(wr: T; READONLY a: ARRAY OF CHAR) RAISES {Failure, Alerted} =
  BEGIN
    CheckOpen(wr);
    wr.putString(a);
    IF NOT wr.buffered THEN wr.flush() END;
  END PutString;

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
