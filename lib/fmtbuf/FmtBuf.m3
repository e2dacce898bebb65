MODULE FmtBuf;

IMPORT Extended AS ER, Fmt, LongReal AS LR, Real AS R, Text, Word;

PROCEDURE Put(VAR b: T; t: TEXT): CARDINAL =
  BEGIN
    WITH n = Text.Length(t) DO
      Text.SetChars(SUBARRAY(b, 0, n), t);
      RETURN n;
    END;
  END Put;

PROCEDURE Int(VAR b: T; n: INTEGER; base: Base := 10): CARDINAL =
  BEGIN
    RETURN Put(b, Fmt.Int(n, base));
  END Int;

PROCEDURE Unsigned(VAR b: T; n: Word.T; base: Base := 16): CARDINAL =
  BEGIN
    RETURN Put(b, Fmt.Unsigned(n, base));
  END Unsigned;

PROCEDURE Real(VAR b: T; x: REAL; style := Style.Auto; prec: CARDINAL := R.MaxSignifDigits - 1; literal := FALSE): CARDINAL =
  BEGIN
    RETURN Put(b, Fmt.Real(x, style, prec, literal));
  END Real;

PROCEDURE LongReal(VAR b: T; x: LONGREAL; style := Style.Auto; prec: CARDINAL := LR.MaxSignifDigits - 1; literal := FALSE): CARDINAL =
  BEGIN
    RETURN Put(b, Fmt.LongReal(x, style, prec, literal));
  END LongReal;

PROCEDURE Extended(VAR b: T; x: EXTENDED; style := Style.Auto; prec: CARDINAL := ER.MaxSignifDigits - 1; literal := FALSE): CARDINAL =
  BEGIN
    RETURN Put(b, Fmt.Extended(x, style, prec, literal));
  END Extended;

BEGIN
END FmtBuf.
