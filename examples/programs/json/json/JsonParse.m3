MODULE JsonParse;

IMPORT Json, Rd, RefSeq, Text, TextSeq, TextWr, Thread, Wr;

CONST
  Blanks = SET OF CHAR {' ', '\t', '\n', '\r'};
  Digits = SET OF CHAR {'0' .. '9'};
  End = '\000';    (* stands for the end of the input: JSON has no such character *)

TYPE
  (* A parser looks at one character, "ch". *)
  Parser = OBJECT
      rd: Rd.T;
      ch: CHAR;            (* the next character; "?" if it is no CHAR *)
      wide: WIDECHAR;      (* the same, as it is *)
      line, column := 1;
      depth := 0;
      wr: TextWr.T;       (* for strings and numbers *)
    METHODS
      init(rd: Rd.T): Parser RAISES {Rd.Failure, Thread.Alerted} := Init;
      next() RAISES {Rd.Failure, Thread.Alerted} := Next;
      blanks() RAISES {Rd.Failure, Thread.Alerted} := SkipBlanks;
      expect(ch: CHAR) RAISES {Error, Rd.Failure, Thread.Alerted} := Expect;
      fail(message: TEXT) RAISES {Error} := Fail;
    END;

PROCEDURE Read(rd: Rd.T): Json.T RAISES {Error, Rd.Failure, Thread.Alerted} =
  VAR
    p := NEW(Parser).init(rd);
    v := Value(p);
  BEGIN
    p.blanks();
    IF p.ch # End THEN p.fail("something comes after the value") END;
    RETURN v;
  END Read;

PROCEDURE Init(p: Parser; rd: Rd.T): Parser RAISES {Rd.Failure, Thread.Alerted} =
  BEGIN
    p.rd := rd;
    p.wr := TextWr.New();
    p.next();
    p.column := 1;
    RETURN p;
  END Init;

PROCEDURE Next(p: Parser) RAISES {Rd.Failure, Thread.Alerted} =
  BEGIN
    IF p.ch = '\n' THEN
      INC(p.line);
      p.column := 0;
    END;
    INC(p.column);
    TRY
      p.wide := Rd.GetWideChar(p.rd);
      IF ORD(p.wide) <= ORD(LAST(CHAR)) THEN p.ch := VAL(ORD(p.wide), CHAR) ELSE p.ch := '?' END;
    EXCEPT
    | Rd.EndOfFile => p.ch := End;
    END;
  END Next;

PROCEDURE SkipBlanks(p: Parser) RAISES {Rd.Failure, Thread.Alerted} =
  BEGIN
    WHILE p.ch IN Blanks DO p.next() END;
  END SkipBlanks;

PROCEDURE Fail(p: Parser; message: TEXT) RAISES {Error} =
  BEGIN
    RAISE Error(Problem {line := p.line, column := p.column, message := message});
  END Fail;

PROCEDURE Expect(p: Parser; ch: CHAR) RAISES {Error, Rd.Failure, Thread.Alerted} =
  BEGIN
    IF p.ch # ch THEN p.fail("there is no '" & Text.FromChar(ch) & "' here") END;
    p.next();
  END Expect;

PROCEDURE Value(p: Parser): Json.T RAISES {Error, Rd.Failure, Thread.Alerted} =
  VAR v: Json.T;
  BEGIN
    p.blanks();
    CASE p.ch OF
    | '{', '[' =>
        IF p.depth = MaxDepth THEN p.fail("this is nested too deeply") END;
        INC(p.depth);
        IF p.ch = '{' THEN v := ObjectValue(p) ELSE v := ArrayValue(p) END;
        DEC(p.depth);
        RETURN v;
    | '"' => RETURN Json.String(StringText(p));
    | '-', '0' .. '9' => RETURN NumberValue(p);
    | 'n' => Literal(p, "null"); RETURN Json.Null();
    | 't' => Literal(p, "true"); RETURN Json.Bool(TRUE);
    | 'f' => Literal(p, "false"); RETURN Json.Bool(FALSE);
    | End => p.fail("the input ends where a value is due");
    ELSE
      p.fail("no value begins with '" & Text.FromChar(p.ch) & "'");
    END;
    <*ASSERT FALSE*>
  END Value;

PROCEDURE Literal(p: Parser; word: TEXT) RAISES {Error, Rd.Failure, Thread.Alerted} =
  BEGIN
    FOR i := 0 TO Text.Length(word) - 1 DO
      IF p.ch # Text.GetChar(word, i) THEN p.fail("only null, true and false are words") END;
      p.next();
    END;
  END Literal;

PROCEDURE ArrayValue(p: Parser): Json.T RAISES {Error, Rd.Failure, Thread.Alerted} =
  VAR elements := NEW(RefSeq.T).init();
  BEGIN
    p.expect('[');
    p.blanks();
    IF p.ch # ']' THEN
      LOOP
        elements.addhi(Value(p));
        p.blanks();
        IF p.ch # ',' THEN EXIT END;
        p.next();
      END;
    END;
    p.expect(']');
    RETURN Json.MakeArray(elements);
  END ArrayValue;

PROCEDURE ObjectValue(p: Parser): Json.T RAISES {Error, Rd.Failure, Thread.Alerted} =
  VAR
    names := NEW(TextSeq.T).init();
    values := NEW(RefSeq.T).init();
  BEGIN
    p.expect('{');
    p.blanks();
    IF p.ch # '}' THEN
      LOOP
        p.blanks();
        names.addhi(StringText(p));
        p.blanks();
        p.expect(':');
        values.addhi(Value(p));
        p.blanks();
        IF p.ch # ',' THEN EXIT END;
        p.next();
      END;
    END;
    p.expect('}');
    RETURN Json.MakeObject(names, values);
  END ObjectValue;

<*FATAL Wr.Failure*>    (* writers to texts do not fail *)

PROCEDURE Keep(p: Parser) RAISES {Rd.Failure, Thread.Alerted} =
  BEGIN
    Wr.PutWideChar(p.wr, p.wide);
    p.next();
  END Keep;

PROCEDURE KeepDigits(p: Parser) RAISES {Error, Rd.Failure, Thread.Alerted} =
  BEGIN
    IF NOT p.ch IN Digits THEN p.fail("a digit is due here") END;
    WHILE p.ch IN Digits DO Keep(p) END;
  END KeepDigits;

PROCEDURE NumberValue(p: Parser): Json.T RAISES {Error, Rd.Failure, Thread.Alerted} =
  BEGIN
    IF p.ch = '-' THEN Keep(p) END;
    IF p.ch = '0' THEN
      Keep(p);
      IF p.ch IN Digits THEN p.fail("a number does not begin with 0") END;
    ELSE
      KeepDigits(p);
    END;
    IF p.ch = '.' THEN
      Keep(p);
      KeepDigits(p);
    END;
    IF p.ch = 'e' OR p.ch = 'E' THEN
      Keep(p);
      IF p.ch = '+' OR p.ch = '-' THEN Keep(p) END;
      KeepDigits(p);
    END;
    RETURN Json.Number(TextWr.ToText(p.wr));
  END NumberValue;

PROCEDURE StringText(p: Parser): TEXT RAISES {Error, Rd.Failure, Thread.Alerted} =
  BEGIN
    p.expect('"');
    LOOP
      CASE p.ch OF
      | '"' => p.next(); RETURN TextWr.ToText(p.wr);
      | '\\' => p.next(); Escape(p);
      | '\001' .. '\037' => p.fail("a control character in a string");
      | End => p.fail("the string has no end");
      ELSE
        Keep(p);
      END;
    END;
  END StringText;

PROCEDURE Escape(p: Parser) RAISES {Error, Rd.Failure, Thread.Alerted} =
  VAR code, low: CARDINAL;
  BEGIN
    CASE p.ch OF
    | '"', '\\', '/' => Wr.PutChar(p.wr, p.ch);
    | 'b' => Wr.PutChar(p.wr, '\010');
    | 'f' => Wr.PutChar(p.wr, '\f');
    | 'n' => Wr.PutChar(p.wr, '\n');
    | 'r' => Wr.PutChar(p.wr, '\r');
    | 't' => Wr.PutChar(p.wr, '\t');
    | 'u' =>
        p.next();
        code := Hex4(p);
        IF code >= 16_D800 AND code < 16_DC00 AND p.ch = '\\' THEN
          p.next();
          p.expect('u');
          low := Hex4(p);
          IF low < 16_DC00 OR low > 16_DFFF THEN p.fail("half of a pair is missing") END;
          code := 16_10000 + (code - 16_D800) * 16_400 + (low - 16_DC00);
        END;
        Wr.PutWideChar(p.wr, VAL(code, WIDECHAR));
        RETURN;
    ELSE
      p.fail("there is no such escape");
    END;
    p.next();
  END Escape;

PROCEDURE Hex4(p: Parser): CARDINAL RAISES {Error, Rd.Failure, Thread.Alerted} =
  VAR code, digit := 0;
  BEGIN
    FOR i := 1 TO 4 DO
      CASE p.ch OF
      | '0' .. '9' => digit := ORD(p.ch) - ORD('0');
      | 'a' .. 'f' => digit := ORD(p.ch) - ORD('a') + 10;
      | 'A' .. 'F' => digit := ORD(p.ch) - ORD('A') + 10;
      ELSE
        p.fail("four hexadecimal digits are due here");
      END;
      code := 16 * code + digit;
      p.next();
    END;
    RETURN code;
  END Hex4;

BEGIN
END JsonParse.
