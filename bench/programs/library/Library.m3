MODULE Library;

IMPORT Fmt, IntSeq, Math, Rd, Scan, Swap, Text, TextIntTbl, TextRd, TextWr, Time, Word, Wr;

<*FATAL ANY*>

CONST
  Line = "the quick brown fox jumps over";  (* 30 characters *)
  Lines = 1000;

VAR
  line := Line;
  same := Text.Sub(Line & " ", 0, Text.Length(Line));
  chars: ARRAY [0 .. 29] OF CHAR;
  mutex := NEW(MUTEX);

PROCEDURE Nothing(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, i) END;
    RETURN sum;
  END Nothing;

PROCEDURE TextLength(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Text.Length(line)) END;
    RETURN sum;
  END TextLength;

PROCEDURE TextGetChar(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, ORD(Text.GetChar(line, i MOD 16))) END;
    RETURN sum;
  END TextGetChar;

PROCEDURE TextEqual(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, ORD(Text.Equal(line, same))) END;
    RETURN sum;
  END TextEqual;

PROCEDURE TextCompare(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Text.Compare(line, same)) END;
    RETURN sum;
  END TextCompare;

PROCEDURE TextHash(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Text.Hash(line)) END;
    RETURN sum;
  END TextHash;

PROCEDURE TextFindChar(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Text.FindChar(line, 'v')) END;
    RETURN sum;
  END TextFindChar;

PROCEDURE TextSub(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Text.Length(Text.Sub(line, 4, 11))) END;
    RETURN sum;
  END TextSub;

PROCEDURE TextCat(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Text.Length(line & same)) END;
    RETURN sum;
  END TextCat;

PROCEDURE TextFromChars(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Text.Length(Text.FromChars(chars))) END;
    RETURN sum;
  END TextFromChars;

PROCEDURE TextSetChars(n: INTEGER): INTEGER =
  BEGIN
    FOR i := 1 TO n DO Text.SetChars(chars, line) END;
    RETURN ORD(chars[0]);
  END TextSetChars;

PROCEDURE FmtInt(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Text.Length(Fmt.Int(i * 1001))) END;
    RETURN sum;
  END FmtInt;

PROCEDURE FmtLongReal(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Text.Length(Fmt.LongReal(FLOAT(i, LONGREAL) / 8.0D0))) END;
    RETURN sum;
  END FmtLongReal;

PROCEDURE FmtPad(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Text.Length(Fmt.Pad(line, 40))) END;
    RETURN sum;
  END FmtPad;

PROCEDURE FmtF(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Text.Length(Fmt.F("%s: %10s", line, same))) END;
    RETURN sum;
  END FmtF;

PROCEDURE ScanInt(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Scan.Int("1234567")) END;
    RETURN sum;
  END ScanInt;

PROCEDURE WrPutChar(n: INTEGER): INTEGER =
  VAR wr := TextWr.New();
  BEGIN
    FOR i := 1 TO n DO Wr.PutChar(wr, 'c') END;
    RETURN Text.Length(TextWr.ToText(wr));
  END WrPutChar;

PROCEDURE WrPutText(n: INTEGER): INTEGER =
  VAR wr := TextWr.New();
  BEGIN
    FOR i := 1 TO n DO
      Wr.PutText(wr, line);
      IF i MOD Lines = 0 THEN Wr.Seek(wr, 0) END;
    END;
    RETURN Text.Length(TextWr.ToText(wr));
  END WrPutText;

PROCEDURE ManyLines(): TEXT =
  VAR wr := TextWr.New();
  BEGIN
    FOR i := 1 TO Lines DO Wr.PutText(wr, Line & "\n") END;
    RETURN TextWr.ToText(wr);
  END ManyLines;

PROCEDURE RdGetChar(n: INTEGER): INTEGER =
  VAR
    rd := TextRd.New(ManyLines());
    sum := 0;
  BEGIN
    FOR i := 1 TO n DO
      IF Rd.EOF(rd) THEN Rd.Seek(rd, 0) END;
      INC(sum, ORD(Rd.GetChar(rd)));
    END;
    RETURN sum;
  END RdGetChar;

PROCEDURE RdGetLine(n: INTEGER): INTEGER =
  VAR
    rd := TextRd.New(ManyLines());
    sum := 0;
  BEGIN
    FOR i := 1 TO n DO
      IF Rd.EOF(rd) THEN Rd.Seek(rd, 0) END;
      INC(sum, Text.Length(Rd.GetLine(rd)));
    END;
    RETURN sum;
  END RdGetLine;

PROCEDURE WordShift(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Word.Shift(i, i MOD 8 - 4)) END;
    RETURN sum;
  END WordShift;

PROCEDURE WordExtract(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Word.Extract(i, i MOD 8, 8)) END;
    RETURN sum;
  END WordExtract;

PROCEDURE SwapSwap4U(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Swap.Swap4U(Word.And(i, 16_FFFFFFFF))) END;
    RETURN sum;
  END SwapSwap4U;

PROCEDURE MathSqrt(n: INTEGER): INTEGER =
  VAR sum := 0.0D0;
  BEGIN
    FOR i := 1 TO n DO sum := sum + Math.sqrt(FLOAT(i, LONGREAL)) END;
    RETURN ROUND(sum);
  END MathSqrt;

PROCEDURE MathSin(n: INTEGER): INTEGER =
  VAR sum := 0.0D0;
  BEGIN
    FOR i := 1 TO n DO sum := sum + Math.sin(FLOAT(i, LONGREAL)) END;
    RETURN ROUND(sum);
  END MathSin;

PROCEDURE TableGet(n: INTEGER): INTEGER =
  VAR
    table := NEW(TextIntTbl.Default).init();
    sum, value := 0;
  BEGIN
    EVAL table.put(line, 5);
    FOR i := 1 TO n DO
      EVAL table.get(same, value);
      INC(sum, value);
    END;
    RETURN sum;
  END TableGet;

PROCEDURE SequenceGet(n: INTEGER): INTEGER =
  VAR
    sequence := NEW(IntSeq.T).fromArray(ARRAY OF INTEGER {1, 2, 3, 4});
    sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, sequence.get(i MOD 4)) END;
    RETURN sum;
  END SequenceGet;

PROCEDURE TimeNow(n: INTEGER): INTEGER =
  VAR sum := 0.0D0;
  BEGIN
    FOR i := 1 TO n DO sum := sum + Time.Now() END;
    RETURN ORD(sum > 0.0D0);
  END TimeNow;

PROCEDURE LockAndUnlock(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO
      LOCK mutex DO INC(sum) END;
    END;
    RETURN sum;
  END LockAndUnlock;

BEGIN
END Library.
