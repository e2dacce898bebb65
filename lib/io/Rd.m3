MODULE Rd EXPORTS Rd, RdClass;

IMPORT Text;
FROM Thread IMPORT Alerted;

PROCEDURE CheckOpen(rd: T) =
  BEGIN
    IF rd.closed THEN RAISE Error(Code.Closed) END;
  END CheckOpen;

(* Is there a character at "cur"? *)
PROCEDURE Fill(rd: T): BOOLEAN RAISES {Failure, Alerted} =
  BEGIN
    RETURN rd.cur < rd.hi OR rd.seek(rd.cur, FALSE) = SeekResult.Ready;
  END Fill;

PROCEDURE GetChar(rd: T): CHAR RAISES {EndOfFile, Failure, Alerted} =
  BEGIN
    CheckOpen(rd);
    IF NOT Fill(rd) THEN RAISE EndOfFile END;
    WITH ch = rd.buff[rd.st + rd.cur - rd.lo] DO
      INC(rd.cur);
      RETURN ch;
    END;
  END GetChar;

PROCEDURE EOF(rd: T): BOOLEAN RAISES {Failure, Alerted} =
  BEGIN
    CheckOpen(rd);
    RETURN NOT Fill(rd);
  END EOF;

PROCEDURE UnGetChar(rd: T) =
  BEGIN
    CheckOpen(rd);
    IF rd.cur <= rd.lo THEN RAISE Error(Code.CantUnget) END;
    DEC(rd.cur);
  END UnGetChar;

PROCEDURE CharsReady(rd: T): CARDINAL RAISES {Failure} =
  BEGIN
    CheckOpen(rd);
    IF rd.cur < rd.hi THEN RETURN rd.hi - rd.cur END;
    TRY
      CASE rd.seek(rd.cur, TRUE) OF
      | SeekResult.Ready => RETURN rd.hi - rd.cur;
      | SeekResult.Eof => RETURN 1;
      | SeekResult.WouldBlock => RETURN 0;
      END;
    EXCEPT
    | Alerted => RETURN 0;
    END;
  END CharsReady;

PROCEDURE GetSub(rd: T; VAR out: ARRAY OF CHAR): CARDINAL RAISES {Failure, Alerted} =
  BEGIN
    CheckOpen(rd);
    RETURN rd.getSub(out);
  END GetSub;

PROCEDURE GetSubDefault(rd: T; VAR out: ARRAY OF CHAR): CARDINAL RAISES {Failure, Alerted} =
  VAR done := 0;
  BEGIN
    WHILE done < NUMBER(out) AND Fill(rd) DO
      WITH n    = MIN(NUMBER(out) - done, rd.hi - rd.cur),
           from = rd.st + rd.cur - rd.lo DO
        SUBARRAY(out, done, n) := SUBARRAY(rd.buff^, from, n);
        INC(rd.cur, n);
        INC(done, n);
      END;
    END;
    RETURN done;
  END GetSubDefault;

PROCEDURE GetSubLine(rd: T; VAR out: ARRAY OF CHAR): CARDINAL RAISES {Failure, Alerted} =
  VAR
    done := 0;
    ch: CHAR;
  BEGIN
    CheckOpen(rd);
    WHILE done < NUMBER(out) AND Fill(rd) DO
      ch := rd.buff[rd.st + rd.cur - rd.lo];
      INC(rd.cur);
      out[done] := ch;
      INC(done);
      IF ch = '\n' THEN EXIT END;
    END;
    RETURN done;
  END GetSubLine;

PROCEDURE GetText(rd: T; len: CARDINAL): TEXT RAISES {Failure, Alerted} =
  VAR
    chunk: ARRAY [0..511] OF CHAR;
    result := "";
    left: CARDINAL := len;
  BEGIN
    CheckOpen(rd);
    WHILE left > 0 DO
      WITH n = rd.getSub(SUBARRAY(chunk, 0, MIN(left, NUMBER(chunk)))) DO
        IF n = 0 THEN EXIT END;
        result := result & Text.FromChars(SUBARRAY(chunk, 0, n));
        DEC(left, n);
      END;
    END;
    RETURN result;
  END GetText;

PROCEDURE GetLine(rd: T): TEXT RAISES {EndOfFile, Failure, Alerted} =
  VAR
    chunk: ARRAY [0..511] OF CHAR;
    result := "";
    n: CARDINAL;
  BEGIN
    CheckOpen(rd);
    IF NOT Fill(rd) THEN RAISE EndOfFile END;
    LOOP
      n := GetSubLine(rd, chunk);
      IF n > 0 AND chunk[n - 1] = '\n' THEN
        result := result & Text.FromChars(SUBARRAY(chunk, 0, n - 1));
        EXIT;
      END;
      result := result & Text.FromChars(SUBARRAY(chunk, 0, n));
      IF n < NUMBER(chunk) THEN RETURN result END;
    END;
    WITH length = Text.Length(result) DO
      IF length > 0 AND Text.GetChar(result, length - 1) = '\r' THEN
        RETURN Text.Sub(result, 0, length - 1);
      END;
    END;
    RETURN result;
  END GetLine;

PROCEDURE Seek(rd: T; n: CARDINAL) RAISES {Failure, Alerted} =
  BEGIN
    CheckOpen(rd);
    IF NOT rd.seekable THEN RAISE Error(Code.Unseekable) END;
    IF rd.lo <= n AND n <= rd.hi THEN
      rd.cur := n;
    ELSE
      EVAL rd.seek(n, FALSE);
    END;
  END Seek;

PROCEDURE Close(rd: T) RAISES {Failure, Alerted} =
  BEGIN
    IF rd.closed THEN RETURN END;
    TRY
      rd.close();
    FINALLY
      rd.closed := TRUE;
      rd.buff := NIL;
    END;
  END Close;

PROCEDURE Index(rd: T): CARDINAL =
  BEGIN
    CheckOpen(rd);
    RETURN rd.cur;
  END Index;

PROCEDURE Length(rd: T): INTEGER RAISES {Failure, Alerted} =
  BEGIN
    CheckOpen(rd);
    RETURN rd.length();
  END Length;

PROCEDURE Intermittent(rd: T): BOOLEAN =
  BEGIN
    RETURN rd.intermittent;
  END Intermittent;

PROCEDURE Seekable(rd: T): BOOLEAN =
  BEGIN
    RETURN rd.seekable;
  END Seekable;

PROCEDURE Closed(rd: T): BOOLEAN =
  BEGIN
    RETURN rd.closed;
  END Closed;

PROCEDURE LengthDefault(<*UNUSED*> rd: T): INTEGER =
  BEGIN
    RETURN -1;
  END LengthDefault;

PROCEDURE CloseDefault(<*UNUSED*> rd: T) =
  BEGIN
  END CloseDefault;

BEGIN
END Rd.
