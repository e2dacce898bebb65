MODULE Lex;

IMPORT ASCII, FloatMode, IEEE, Long, Rd, Text, TextWr, Word, Wr;
FROM Thread IMPORT Alerted;

CONST
  Digits = SET OF CHAR{'0' .. '9'};
  HexDigits = Digits + SET OF CHAR{'a' .. 'f', 'A' .. 'F'};

(* Takes the next character if it is in "cs". Whether there is one is asked for: most texts end behind what is read, and an exception is dear. *)
PROCEDURE Take(rd: Rd.T; READONLY cs: SET OF CHAR; VAR c: CHAR): BOOLEAN RAISES {Rd.Failure, Alerted} =
  BEGIN
    IF Rd.EOF(rd) THEN RETURN FALSE END;
    c := Rd.GetChar(rd);
    IF c IN cs THEN RETURN TRUE END;
    Rd.UnGetChar(rd);
    RETURN FALSE;
  END Take;

PROCEDURE Scan(rd: Rd.T; READONLY cs: SET OF CHAR := NonBlanks): TEXT RAISES {Rd.Failure, Alerted} =
  <*FATAL Wr.Failure*>
  VAR wr := TextWr.New(); c: CHAR;
  BEGIN
    WHILE Take(rd, cs, c) DO Wr.PutChar(wr, c) END;
    RETURN TextWr.ToText(wr);
  END Scan;

PROCEDURE Skip(rd: Rd.T; READONLY cs: SET OF CHAR := Blanks) RAISES {Rd.Failure, Alerted} =
  VAR c: CHAR;
  BEGIN
    WHILE Take(rd, cs, c) DO END;
  END Skip;

PROCEDURE Match(rd: Rd.T; t: TEXT) RAISES {Error, Rd.Failure, Alerted} =
  VAR c: CHAR;
  BEGIN
    FOR i := 0 TO Text.Length(t) - 1 DO
      IF NOT Take(rd, SET OF CHAR{Text.GetChar(t, i)}, c) THEN RAISE Error END;
    END;
  END Match;

(* The same for capitals, without regard to what the reader has. *)
PROCEDURE MatchWord(rd: Rd.T; t: TEXT; from: CARDINAL := 0) RAISES {Error, Rd.Failure, Alerted} =
  VAR c: CHAR;
  BEGIN
    FOR i := from TO Text.Length(t) - 1 DO
      WITH capital = Text.GetChar(t, i) DO
        IF NOT Take(rd, SET OF CHAR{capital, ASCII.Lower[capital]}, c) THEN RAISE Error END;
      END;
    END;
  END MatchWord;

PROCEDURE Bool(rd: Rd.T): BOOLEAN RAISES {Error, Rd.Failure, Alerted} =
  VAR c: CHAR;
  BEGIN
    Skip(rd);
    IF Take(rd, SET OF CHAR{'T', 't'}, c) THEN
      MatchWord(rd, "TRUE", 1);
      RETURN TRUE;
    END;
    MatchWord(rd, "FALSE");
    RETURN FALSE;
  END Bool;

PROCEDURE Value(c: CHAR): [0 .. 15] =
  BEGIN
    IF c IN Digits THEN RETURN ORD(c) - ORD('0') ELSE RETURN ORD(ASCII.Upper[c]) - ORD('A') + 10 END;
  END Value;

(* The digits in that base as an unsigned number; "fits" is set to FALSE if it has more than 64 bits. *)
PROCEDURE Evaluate(digits: TEXT; base: [2 .. 16]; VAR fits: BOOLEAN): Word.T RAISES {Error} =
  VAR n: Word.T := 0;
  BEGIN
    IF Text.Empty(digits) THEN RAISE Error END;
    FOR i := 0 TO Text.Length(digits) - 1 DO
      WITH d = Value(Text.GetChar(digits, i)) DO
        IF d >= base THEN RAISE Error END;
        (* base * n + d > 2^64 - 1 *)
        IF Word.GT(n, Word.Divide(Word.Minus(Word.Not(0), d), base)) THEN fits := FALSE END;
        n := Word.Plus(Word.Times(n, base), d);
      END;
    END;
    RETURN n;
  END Evaluate;

PROCEDURE Letters(base: [2 .. 16]): SET OF CHAR =
  BEGIN
    IF base > 10 THEN RETURN HexDigits ELSE RETURN Digits END;
  END Letters;

PROCEDURE Magnitude(rd: Rd.T; base: [2 .. 16]; VAR fits: BOOLEAN): Word.T RAISES {Error, Rd.Failure, Alerted} =
  VAR first := Scan(rd, Letters(base)); given: Word.T; c: CHAR;
  BEGIN
    IF NOT Text.Empty(first) AND Take(rd, SET OF CHAR{'_'}, c) THEN
      given := Evaluate(first, 10, fits);
      IF NOT fits OR given < 2 OR given > 16 THEN RAISE Error END;
      RETURN Evaluate(Scan(rd, Letters(given)), given, fits);
    END;
    RETURN Evaluate(first, base, fits);
  END Magnitude;

PROCEDURE Int(rd: Rd.T; defaultBase: [2 .. 16]): INTEGER RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted} =
  VAR sign := '+'; fits := TRUE; n: Word.T; c: CHAR;
  BEGIN
    Skip(rd);
    IF Take(rd, SET OF CHAR{'+', '-'}, c) THEN sign := c END;
    n := Magnitude(rd, defaultBase, fits);
    IF sign = '-' THEN n := Word.Minus(0, n) END;
    (* What fits has the sign that it was given. *)
    IF NOT fits OR n # 0 AND (n < 0) # (sign = '-') THEN FloatMode.Signal(FloatMode.Flag.IntOverflow) END;
    RETURN n;
  END Int;

PROCEDURE LongInt(rd: Rd.T; defaultBase: [2 .. 16]): LONGINT RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted} =
  BEGIN
    RETURN VAL(Int(rd, defaultBase), LONGINT);
  END LongInt;

PROCEDURE Unsigned(rd: Rd.T; defaultBase: [2 .. 16]): Word.T RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted} =
  VAR fits := TRUE; n: Word.T;
  BEGIN
    Skip(rd);
    n := Magnitude(rd, defaultBase, fits);
    IF NOT fits THEN FloatMode.Signal(FloatMode.Flag.IntOverflow) END;
    RETURN n;
  END Unsigned;

PROCEDURE LongUnsigned(rd: Rd.T; defaultBase: [2 .. 16]): Long.T RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted} =
  BEGIN
    RETURN VAL(Unsigned(rd, defaultBase), LONGINT);
  END LongUnsigned;

TYPE
  Kind = {Number, Infinity, NaN};
  Float = RECORD negative := FALSE; kind := Kind.Number; decimal: TEXT := "" END;

PROCEDURE ReadFloat(rd: Rd.T): Float RAISES {Error, Rd.Failure, Alerted} =
  VAR f: Float; c: CHAR; whole, fraction: TEXT;
  BEGIN
    Skip(rd);
    IF Take(rd, SET OF CHAR{'+', '-'}, c) THEN f.negative := c = '-' END;
    IF Take(rd, SET OF CHAR{'i', 'I'}, c) THEN
      MatchWord(rd, "INF", 1);
      IF Take(rd, SET OF CHAR{'i', 'I'}, c) THEN MatchWord(rd, "INITY", 1) END;
      f.kind := Kind.Infinity;
      RETURN f;
    ELSIF Take(rd, SET OF CHAR{'n', 'N'}, c) THEN
      MatchWord(rd, "NAN", 1);
      f.kind := Kind.NaN;
      RETURN f;
    END;
    whole := Scan(rd, Digits);
    IF Take(rd, SET OF CHAR{'.'}, c) THEN fraction := Scan(rd, Digits) ELSE fraction := "" END;
    IF Text.Empty(whole) AND Text.Empty(fraction) THEN RAISE Error END;
    f.decimal := whole & "." & fraction;
    IF Take(rd, SET OF CHAR{'e', 'E', 'd', 'D', 'x', 'X'}, c) THEN
      f.decimal := f.decimal & "e";
      IF Take(rd, SET OF CHAR{'+', '-'}, c) THEN f.decimal := f.decimal & Text.FromChar(c) END;
      WITH exponent = Scan(rd, Digits) DO
        IF Text.Empty(exponent) THEN RAISE Error END;
        f.decimal := f.decimal & exponent;
      END;
    END;
    RETURN f;
  END ReadFloat;

PROCEDURE Real(rd: Rd.T): REAL RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted} =
  VAR f := ReadFloat(rd); x: REAL;
  BEGIN
    CASE f.kind OF
    | Kind.Infinity => x := LAST(REAL);
    | Kind.NaN => RETURN LAST(REAL) - LAST(REAL);
    | Kind.Number =>
        x := IEEE.ParseReal(f.decimal);
        Check(FLOAT(x, LONGREAL), 1.17549435d-38, f.decimal);
    END;
    IF f.negative THEN RETURN -x ELSE RETURN x END;
  END Real;

PROCEDURE LongReal(rd: Rd.T): LONGREAL RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted} =
  VAR f := ReadFloat(rd); x: LONGREAL;
  BEGIN
    CASE f.kind OF
    | Kind.Infinity => x := LAST(LONGREAL);
    | Kind.NaN => RETURN LAST(LONGREAL) - LAST(LONGREAL);
    | Kind.Number =>
        x := IEEE.ParseLongReal(f.decimal);
        Check(x, 2.2250738585072014d-308, f.decimal);
    END;
    IF f.negative THEN RETURN -x ELSE RETURN x END;
  END LongReal;

PROCEDURE Extended(rd: Rd.T): EXTENDED RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted} =
  BEGIN
    RETURN FLOAT(LongReal(rd), EXTENDED);
  END Extended;

(* "x" was made of "decimal", and has all digits of its type from "normal" on. *)
PROCEDURE Check(x, normal: LONGREAL; decimal: TEXT) RAISES {FloatMode.Trap} =
  BEGIN
    IF x > 1.7976931348623157d308 OR normal > 1.0d-100 AND x > 3.40282347d38 THEN FloatMode.Signal(FloatMode.Flag.Overflow);
    ELSIF x < normal AND HasDigits(decimal) THEN FloatMode.Signal(FloatMode.Flag.Underflow);
    END;
  END Check;

(* Is there a digit but zeros before the exponent? *)
PROCEDURE HasDigits(decimal: TEXT): BOOLEAN =
  BEGIN
    FOR i := 0 TO Text.Length(decimal) - 1 DO
      WITH c = Text.GetChar(decimal, i) DO
        IF c = 'e' THEN RETURN FALSE ELSIF c IN Digits AND c # '0' THEN RETURN TRUE END;
      END;
    END;
    RETURN FALSE;
  END HasDigits;

BEGIN
END Lex.
