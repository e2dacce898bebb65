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

PROCEDURE GetWideChar(rd: T): WIDECHAR RAISES {EndOfFile, Failure, Alerted} =
  BEGIN
    CheckOpen(rd);
    IF NOT Fill(rd) THEN RAISE EndOfFile END;
    INC(rd.cur);
    RETURN WideAt(rd, rd.cur - 1);
  END GetWideChar;

(* Character "i" of the window. *)
PROCEDURE WideAt(rd: T; i: CARDINAL): WIDECHAR =
  BEGIN
    WITH at = rd.st + i - rd.lo DO
      IF rd.wide # NIL THEN RETURN rd.wide[at] ELSE RETURN VAL(ORD(rd.buff[at]), WIDECHAR) END;
    END;
  END WideAt;

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

PROCEDURE GetWideSub(rd: T; VAR out: ARRAY OF WIDECHAR): CARDINAL RAISES {Failure, Alerted} =
  VAR done := 0;
  BEGIN
    CheckOpen(rd);
    WHILE done < NUMBER(out) AND Fill(rd) DO
      out[done] := WideAt(rd, rd.cur);
      INC(rd.cur);
      INC(done);
    END;
    RETURN done;
  END GetWideSub;

PROCEDURE GetWideSubLine(rd: T; VAR out: ARRAY OF WIDECHAR): CARDINAL RAISES {Failure, Alerted} =
  VAR done := 0;
  BEGIN
    CheckOpen(rd);
    WHILE done < NUMBER(out) AND Fill(rd) DO
      out[done] := WideAt(rd, rd.cur);
      INC(rd.cur);
      INC(done);
      IF out[done - 1] = VAL(ORD('\n'), WIDECHAR) THEN EXIT END;
    END;
    RETURN done;
  END GetWideSubLine;

(* The next "n" characters, which are in the window; they are consumed. *)
PROCEDURE Piece(rd: T; n: CARDINAL): TEXT =
  BEGIN
    WITH at = rd.st + rd.cur - rd.lo DO
      INC(rd.cur, n);
      IF rd.wide # NIL THEN
        RETURN Text.FromWideChars(SUBARRAY(rd.wide^, at, n));
      ELSE
        RETURN Text.FromChars(SUBARRAY(rd.buff^, at, n));
      END;
    END;
  END Piece;

PROCEDURE GetText(rd: T; len: CARDINAL): TEXT RAISES {Failure, Alerted} =
  VAR
    result := "";
    left: CARDINAL := len;
  BEGIN
    CheckOpen(rd);
    WHILE left > 0 AND Fill(rd) DO
      WITH n = MIN(left, rd.hi - rd.cur) DO
        result := result & Piece(rd, n);
        DEC(left, n);
      END;
    END;
    RETURN result;
  END GetText;

PROCEDURE GetWideText(rd: T; len: CARDINAL): TEXT RAISES {Failure, Alerted} =
  BEGIN
    RETURN GetText(rd, len);
  END GetWideText;

PROCEDURE GetLine(rd: T): TEXT RAISES {EndOfFile, Failure, Alerted} =
  VAR
    result := "";
    end: CARDINAL;
  BEGIN
    CheckOpen(rd);
    IF NOT Fill(rd) THEN RAISE EndOfFile END;
    REPEAT
      end := rd.cur;
      WHILE end < rd.hi AND rd.buff[rd.st + end - rd.lo] # '\n' DO INC(end) END;
      WITH whole = end < rd.hi DO
        result := result & Piece(rd, end - rd.cur);
        IF whole THEN
          INC(rd.cur);
          RETURN WithoutReturn(result);
        END;
      END;
    UNTIL NOT Fill(rd);
    RETURN result;
  END GetLine;

PROCEDURE WithoutReturn(t: TEXT): TEXT =
  BEGIN
    WITH length = Text.Length(t) DO
      IF length > 0 AND Text.GetWideChar(t, length - 1) = VAL(ORD('\r'), WIDECHAR) THEN RETURN Text.Sub(t, 0, length - 1) END;
    END;
    RETURN t;
  END WithoutReturn;

PROCEDURE GetWideLine(rd: T): TEXT RAISES {EndOfFile, Failure, Alerted} =
  BEGIN
    RETURN GetLine(rd);
  END GetWideLine;

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
