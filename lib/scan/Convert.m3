MODULE Convert;

IMPORT ASCII, Fmt, IEEE, Text, Word;

PROCEDURE Put(VAR buf: Buffer; t: TEXT): INTEGER RAISES {Failed} =
  VAR n := Text.Length(t);
  BEGIN
    IF n > NUMBER(buf) THEN RAISE Failed END;
    Text.SetChars(buf, t);
    RETURN n;
  END Put;

PROCEDURE Prefix(base: Base; prefix: BOOLEAN): TEXT =
  BEGIN
    IF prefix THEN RETURN Fmt.Int(base) & "_" ELSE RETURN "" END;
  END Prefix;

PROCEDURE FromInt(VAR buf: Buffer; value: INTEGER; base: Base := 10; prefix := FALSE): INTEGER RAISES {Failed} =
  BEGIN
    IF value < 0 THEN
      RETURN Put(buf, "-" & Prefix(base, prefix) & Fmt.Unsigned(Word.Minus(0, value), base));
    END;
    RETURN Put(buf, Prefix(base, prefix) & Fmt.Int(value, base));
  END FromInt;

PROCEDURE FromUnsigned(VAR buf: Buffer; value: INTEGER; base: Base := 10; prefix := FALSE): INTEGER RAISES {Failed} =
  BEGIN
    RETURN Put(buf, Prefix(base, prefix) & Fmt.Unsigned(value, base));
  END FromUnsigned;

PROCEDURE FromFloat(VAR buf: Buffer; value: REAL; precision: INTEGER := 6; style := Style.Mix): INTEGER RAISES {Failed} =
  VAR prec := MAX(precision, 0);
  BEGIN
    RETURN Put(buf, Styled(Fmt.Real(value, Fmt.Style.Fix, prec), Fmt.Real(value, Fmt.Style.Sci, prec), "E", style));
  END FromFloat;

PROCEDURE FromLongFloat(VAR buf: Buffer; value: LONGREAL; precision: INTEGER := 6; style := Style.Mix): INTEGER RAISES {Failed} =
  VAR prec := MAX(precision, 0);
  BEGIN
    RETURN Put(buf, Styled(Fmt.LongReal(value, Fmt.Style.Fix, prec), Fmt.LongReal(value, Fmt.Style.Sci, prec), "D", style));
  END FromLongFloat;

PROCEDURE FromExtended(VAR buf: Buffer; value: EXTENDED; precision: INTEGER := 6; style := Style.Mix): INTEGER RAISES {Failed} =
  VAR prec := MAX(precision, 0);
  BEGIN
    RETURN Put(buf, Styled(Fmt.Extended(value, Fmt.Style.Fix, prec), Fmt.Extended(value, Fmt.Style.Sci, prec), "X", style));
  END FromExtended;

(* Of the two forms that "Fmt" gives a number the one in that style. *)
PROCEDURE Styled(fix, sci, marker: TEXT; style: Style): TEXT =
  VAR flo, exp: TEXT;
  BEGIN
    IF NOT HasDigit(fix) THEN RETURN fix END;  (* infinities and NaN *)
    CASE style OF
    | Style.Flo => RETURN fix;
    | Style.AltFlo => RETURN WithoutZeros(fix);
    | Style.Sci => RETURN Scientific(sci, marker, FALSE);
    | Style.AltSci => RETURN Scientific(sci, marker, TRUE);
    | Style.Mix =>
        flo := WithoutZeros(fix);
        exp := Scientific(sci, marker, TRUE);
        IF Text.Length(flo) > Text.Length(exp) THEN RETURN exp END;
        IF Ends(flo, ".0") THEN RETURN Text.Sub(flo, 0, Text.Length(flo) - 2) END;
        RETURN flo;
    END;
  END Styled;

PROCEDURE HasDigit(t: TEXT): BOOLEAN =
  BEGIN
    FOR i := 0 TO Text.Length(t) - 1 DO
      IF Text.GetChar(t, i) IN ASCII.Digits THEN RETURN TRUE END;
    END;
    RETURN FALSE;
  END HasDigit;

PROCEDURE Ends(t, with: TEXT): BOOLEAN =
  BEGIN
    RETURN Text.Length(t) >= Text.Length(with) AND Text.Equal(Text.Sub(t, Text.Length(t) - Text.Length(with)), with);
  END Ends;

PROCEDURE WithoutZeros(t: TEXT): TEXT =
  VAR n := Text.Length(t); point := Text.FindChar(t, '.');
  BEGIN
    IF point < 0 THEN RETURN t END;
    WHILE n > point + 2 AND Text.GetChar(t, n - 1) = '0' DO DEC(n) END;
    RETURN Text.Sub(t, 0, n);
  END WithoutZeros;

(* "Fmt" has a blank for a plus sign in front, a small "e", always a sign behind it, zeros before the exponent, and blanks for that of zero. *)
PROCEDURE Scientific(sci, marker: TEXT; short: BOOLEAN): TEXT =
  VAR
    e := Text.FindChar(sci, 'e');
    mantissa, exponent := "";
    first: CARDINAL;
  BEGIN
    IF e < 0 THEN
      mantissa := Trimmed(sci);
      exponent := "0";
    ELSE
      mantissa := Trimmed(Text.Sub(sci, 0, e));
      first := e + 2;
      WHILE first < Text.Length(sci) - 1 AND Text.GetChar(sci, first) = '0' DO INC(first) END;
      exponent := Trimmed(Text.Sub(sci, first));
      IF Text.Empty(exponent) THEN exponent := "0" END;
      IF Text.GetChar(sci, e + 1) = '-' THEN exponent := "-" & exponent END;
    END;
    IF short THEN mantissa := WithoutZeros(mantissa) END;
    RETURN mantissa & marker & exponent;
  END Scientific;

PROCEDURE Trimmed(t: TEXT): TEXT =
  VAR from := 0; to := Text.Length(t);
  BEGIN
    WHILE from < to AND Text.GetChar(t, from) = ' ' DO INC(from) END;
    WHILE to > from AND Text.GetChar(t, to - 1) = ' ' DO DEC(to) END;
    RETURN Text.Sub(t, from, to - from);
  END Trimmed;

(* The digits of that base at "from", and in "to" where they end. *)
PROCEDURE Digits(READONLY buf: Buffer; from: CARDINAL; base: Base; VAR to: CARDINAL): Word.T =
  VAR n: Word.T := 0; d: INTEGER;
  BEGIN
    to := from;
    WHILE to < NUMBER(buf) DO
      CASE buf[to] OF
      | '0' .. '9' => d := ORD(buf[to]) - ORD('0');
      | 'a' .. 'f', 'A' .. 'F' => d := ORD(ASCII.Upper[buf[to]]) - ORD('A') + 10;
      ELSE RETURN n;
      END;
      IF d >= base THEN RETURN n END;
      n := Word.Plus(Word.Times(n, base), d);
      INC(to);
    END;
    RETURN n;
  END Digits;

PROCEDURE ToUnsigned(READONLY buf: Buffer; VAR used: INTEGER; base: Base := 10): INTEGER =
  BEGIN
    RETURN Number(buf, 0, base, used);
  END ToUnsigned;

PROCEDURE ToInt(READONLY buf: Buffer; VAR used: INTEGER; base: Base := 10): INTEGER =
  VAR n: INTEGER;
  BEGIN
    IF NUMBER(buf) > 0 AND (buf[0] = '-' OR buf[0] = '+') THEN
      n := Number(buf, 1, base, used);
      IF buf[0] = '-' THEN RETURN Word.Minus(0, n) ELSE RETURN n END;
    END;
    RETURN Number(buf, 0, base, used);
  END ToInt;

PROCEDURE Number(READONLY buf: Buffer; from: CARDINAL; base: Base; VAR used: INTEGER): Word.T =
  VAR n, m: Word.T; to, end: CARDINAL;
  BEGIN
    n := Digits(buf, from, 10, to);
    IF from < to AND to < from + 3 AND to < NUMBER(buf) AND buf[to] = '_' AND 2 <= n AND n <= 16 THEN
      m := Digits(buf, to + 1, n, end);
      IF end > to + 1 THEN used := end; RETURN m END;
    END;
    n := Digits(buf, from, base, to);
    IF to = from THEN used := 0; RETURN 0 END;
    used := to;
    RETURN n;
  END Number;

(* A decimal number at the beginning without its sign, as "IEEE" wants it. *)
PROCEDURE Decimal(READONLY buf: Buffer; VAR used: INTEGER; VAR negative: BOOLEAN): TEXT RAISES {Failed} =
  VAR
    at := 0;
    mantissa, exponent: CARDINAL;

  PROCEDURE Skip(): CARDINAL =
    VAR from := at;
    BEGIN
      WHILE at < NUMBER(buf) AND buf[at] IN ASCII.Digits DO INC(at) END;
      RETURN at - from;
    END Skip;

  VAR digits: CARDINAL; result: TEXT;
  BEGIN
    negative := NUMBER(buf) > 0 AND buf[0] = '-';
    IF negative OR NUMBER(buf) > 0 AND buf[0] = '+' THEN at := 1 END;
    mantissa := at;
    digits := Skip();
    IF at < NUMBER(buf) AND buf[at] = '.' THEN
      INC(at);
      INC(digits, Skip());
    END;
    IF digits = 0 THEN RAISE Failed END;
    used := at;
    result := Text.FromChars(SUBARRAY(buf, mantissa, at - mantissa));
    IF at < NUMBER(buf) AND ASCII.Lower[buf[at]] IN SET OF CHAR{'e', 'd', 'x'} THEN
      INC(at);
      exponent := at;
      IF at < NUMBER(buf) AND (buf[at] = '-' OR buf[at] = '+') THEN INC(at) END;
      IF Skip() > 0 THEN
        used := at;
        result := result & "e" & Text.FromChars(SUBARRAY(buf, exponent, at - exponent));
      END;
    END;
    RETURN result;
  END Decimal;

PROCEDURE ToFloat(READONLY buf: Buffer; VAR used: INTEGER): REAL RAISES {Failed} =
  VAR negative: BOOLEAN; x := IEEE.ParseReal(Decimal(buf, used, negative));
  BEGIN
    IF negative THEN RETURN -x ELSE RETURN x END;
  END ToFloat;

PROCEDURE ToLongFloat(READONLY buf: Buffer; VAR used: INTEGER): LONGREAL RAISES {Failed} =
  VAR negative: BOOLEAN; x := IEEE.ParseLongReal(Decimal(buf, used, negative));
  BEGIN
    IF negative THEN RETURN -x ELSE RETURN x END;
  END ToLongFloat;

PROCEDURE ToExtended(READONLY buf: Buffer; VAR used: INTEGER): EXTENDED RAISES {Failed} =
  BEGIN
    RETURN FLOAT(ToLongFloat(buf, used), EXTENDED);
  END ToExtended;

BEGIN
END Convert.
