MODULE TextConv;

IMPORT FloatMode, Fmt, Lex, Scan, Text, TextWr, Thread, Wr;

<*FATAL Wr.Failure, Thread.Alerted*>

CONST
  Letters = ARRAY [0 .. 6] OF CHAR{'n', 't', 'r', 'f', '\\', '\'', '"'};
  Meant   = ARRAY [0 .. 6] OF CHAR{'\n', '\t', '\r', '\f', '\\', '\'', '"'};

PROCEDURE Encode(t: TEXT; quoted: BOOLEAN): TEXT =
  VAR wr := TextWr.New();
  BEGIN
    IF quoted THEN
      IF Text.HasWideChars(t) THEN Wr.PutChar(wr, 'W') END;
      Wr.PutChar(wr, '"');
    END;
    FOR i := 0 TO Text.Length(t) - 1 DO
      PutEncoded(wr, ORD(Text.GetWideChar(t, i)), Text.HasWideChars(t))
    END;
    IF quoted THEN Wr.PutChar(wr, '"') END;
    RETURN TextWr.ToText(wr);
  END Encode;

PROCEDURE PutEncoded(wr: Wr.T; code: CARDINAL; wide: BOOLEAN) =
  BEGIN
    FOR i := 0 TO LAST(Meant) DO
      IF code = ORD(Meant[i]) THEN
        Wr.PutChar(wr, '\\');
        Wr.PutChar(wr, Letters[i]);
        RETURN;
      END;
    END;
    IF code >= ORD(' ') AND code < 127 THEN
      Wr.PutChar(wr, VAL(code, CHAR));
    ELSIF wide THEN
      Wr.PutText(wr, "\\U" & Fmt.Pad(Fmt.Int(code, 16), 6, '0'));
    ELSE
      Wr.PutText(wr, "\\" & Fmt.Pad(Fmt.Int(code, 8), 3, '0'));
    END;
  END PutEncoded;

PROCEDURE Decode(t: TEXT; quoted: BOOLEAN): TEXT RAISES {Fail} =
  VAR
    wr := TextWr.New();
    at: CARDINAL := 0;
    end := Text.Length(t);
    ch: WIDECHAR;
  BEGIN
    IF quoted THEN
      IF end > 0 AND Text.GetWideChar(t, 0) = W'W' THEN at := 1 END;
      IF end - at < 2 OR Text.GetWideChar(t, at) # W'"' OR Text.GetWideChar(t, end - 1) # W'"' THEN
        RAISE Fail
      END;
      INC(at);
      DEC(end);
    END;
    WHILE at < end DO
      ch := Text.GetWideChar(t, at);
      IF ch = W'\\' THEN
        Wr.PutWideChar(wr, Escaped(t, at, end));
      ELSIF quoted AND ch = W'"' THEN
        RAISE Fail;
      ELSE
        Wr.PutWideChar(wr, ch);
        INC(at);
      END;
    END;
    RETURN TextWr.ToText(wr);
  END Decode;

(* The character that is escaped at "at", which moves past it. *)
PROCEDURE Escaped(t: TEXT; VAR at: CARDINAL; end: CARDINAL): WIDECHAR RAISES {Fail} =
  VAR ch: WIDECHAR;
  BEGIN
    IF at + 1 = end THEN RAISE Fail END;
    ch := Text.GetWideChar(t, at + 1);
    FOR i := 0 TO LAST(Letters) DO
      IF ORD(ch) = ORD(Letters[i]) THEN
        INC(at, 2);
        RETURN VAL(ORD(Meant[i]), WIDECHAR);
      END;
    END;
    CASE ch OF
    | W'0' .. W'7' => RETURN Numbered(t, at, at + 1, end, 3, 8);
    | W'x' => RETURN Numbered(t, at, at + 2, end, 2, 16);
    | W'u' => RETURN Numbered(t, at, at + 2, end, 4, 16);
    | W'U' => RETURN Numbered(t, at, at + 2, end, 6, 16);
    ELSE RAISE Fail;
    END;
  END Escaped;

PROCEDURE Numbered(t: TEXT; VAR at: CARDINAL; digits, end, count: CARDINAL;
                   base: [8 .. 16]): WIDECHAR RAISES {Fail} =
  VAR code: INTEGER;
  BEGIN
    IF digits + count > end THEN RAISE Fail END;
    FOR i := digits TO digits + count - 1 DO
      CASE Text.GetWideChar(t, i) OF
      | W'0' .. W'7' =>
      | W'8' .. W'9', W'a' .. W'f', W'A' .. W'F' => IF base = 8 THEN RAISE Fail END;
      ELSE RAISE Fail;
      END;
    END;
    TRY
      code := Scan.Unsigned(Text.Sub(t, digits, count), base);
    EXCEPT
    | Lex.Error, FloatMode.Trap => RAISE Fail;
    END;
    IF code > ORD(LAST(WIDECHAR)) OR base = 8 AND code > ORD(LAST(CHAR)) THEN RAISE Fail END;
    at := digits + count;
    RETURN VAL(code, WIDECHAR);
  END Numbered;

PROCEDURE IsSeparator(ch: WIDECHAR; READONLY sep: SET OF CHAR): BOOLEAN =
  BEGIN
    RETURN ORD(ch) <= ORD(LAST(CHAR)) AND VAL(ORD(ch), CHAR) IN sep;
  END IsSeparator;

PROCEDURE ExplodedSize(text: TEXT; READONLY sep: SET OF CHAR): CARDINAL =
  VAR n: CARDINAL := 1;
  BEGIN
    FOR i := 0 TO Text.Length(text) - 1 DO
      IF IsSeparator(Text.GetWideChar(text, i), sep) THEN INC(n) END;
    END;
    RETURN n;
  END ExplodedSize;

PROCEDURE Explode(text: TEXT; VAR array: ARRAY OF TEXT; READONLY sep: SET OF CHAR) =
  VAR
    n, start := 0;
    length := Text.Length(text);
  BEGIN
    <* ASSERT NUMBER(array) = ExplodedSize(text, sep) *>
    FOR i := 0 TO length DO
      IF i = length OR IsSeparator(Text.GetWideChar(text, i), sep) THEN
        array[n] := Text.Sub(text, start, i - start);
        INC(n);
        start := i + 1;
      END;
    END;
  END Explode;

PROCEDURE Implode(READONLY array: ARRAY OF TEXT; sep: CHAR): TEXT =
  VAR wr := TextWr.New();
  BEGIN
    FOR i := 0 TO LAST(array) DO
      IF i > 0 THEN Wr.PutChar(wr, sep) END;
      Wr.PutText(wr, array[i]);
    END;
    RETURN TextWr.ToText(wr);
  END Implode;

BEGIN
END TextConv.
