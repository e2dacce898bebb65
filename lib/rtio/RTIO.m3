MODULE RTIO;

IMPORT Fmt, Long, Stdio, Text, Thread, Word, Wr;

PROCEDURE Put(t: TEXT) =
  BEGIN
    TRY Wr.PutText(Stdio.stdout, t) EXCEPT Wr.Failure, Thread.Alerted => (* nobody sees it, then *) END;
  END Put;

PROCEDURE PutChar(c: CHAR) =
  BEGIN
    Put(Text.FromChar(c));
  END PutChar;

PROCEDURE PutWideChar(c: WIDECHAR) =
  BEGIN
    Put(Text.FromWideChar(c));
  END PutWideChar;

PROCEDURE PutChars(READONLY a: ARRAY OF CHAR) =
  BEGIN
    Put(Text.FromChars(a));
  END PutChars;

PROCEDURE PutText(t: TEXT) =
  BEGIN
    IF t # NIL THEN Put(t) END;
  END PutText;

PROCEDURE Padded(t: TEXT; width: INTEGER) =
  BEGIN
    Put(Fmt.Pad(t, MAX(width, 0)));
  END Padded;

PROCEDURE PutInt(i: INTEGER; width := 0) =
  BEGIN
    Padded(Fmt.Int(i), width);
  END PutInt;

PROCEDURE PutLong(i: LONGINT; width := 0) =
  BEGIN
    Padded(Fmt.LongInt(i), width);
  END PutLong;

PROCEDURE PutHex(i: Word.T; width := 0) =
  BEGIN
    Padded("0x" & Fmt.Unsigned(i), width);
  END PutHex;

PROCEDURE PutLongHex(i: Long.T; width := 0) =
  BEGIN
    Padded("0x" & Fmt.LongUnsigned(i), width);
  END PutLongHex;

PROCEDURE PutBool(b: BOOLEAN) =
  BEGIN
    Put(Fmt.Bool(b));
  END PutBool;

PROCEDURE PutLReal(x: LONGREAL) =
  BEGIN
    Put(Fmt.LongReal(x));
  END PutLReal;

PROCEDURE PutReal(x: REAL) =
  BEGIN
    Put(Fmt.Real(x));
  END PutReal;

PROCEDURE PutAddr(a: ADDRESS; width := 0) =
  BEGIN
    IF a = NIL THEN Padded("NIL", width) ELSE Padded("address", width) END;
  END PutAddr;

PROCEDURE Flush() =
  BEGIN
    TRY Wr.Flush(Stdio.stdout) EXCEPT Wr.Failure, Thread.Alerted => END;
  END Flush;

BEGIN
END RTIO.
