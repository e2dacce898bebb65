MODULE IO;

IMPORT Fmt, Rd, Stdio, Thread, Wr;

PROCEDURE Output(wr: Wr.T): Wr.T =
  BEGIN
    IF wr = NIL THEN RETURN Stdio.stdout END;
    RETURN wr;
  END Output;

PROCEDURE Input(rd: Rd.T): Rd.T =
  BEGIN
    IF rd = NIL THEN RETURN Stdio.stdin END;
    RETURN rd;
  END Input;

PROCEDURE Put(txt: TEXT; wr: Wr.T := NIL) =
  BEGIN
    TRY
      Wr.PutText(Output(wr), txt);
    EXCEPT
    | Wr.Failure, Thread.Alerted => (* ignored, as promised *)
    END;
  END Put;

PROCEDURE PutChar(ch: CHAR; wr: Wr.T := NIL) =
  BEGIN
    TRY
      Wr.PutChar(Output(wr), ch);
    EXCEPT
    | Wr.Failure, Thread.Alerted => (* ignored, as promised *)
    END;
  END PutChar;

PROCEDURE PutWideChar(ch: WIDECHAR; wr: Wr.T := NIL) =
  BEGIN
    TRY
      Wr.PutWideChar(Output(wr), ch);
    EXCEPT
    | Wr.Failure, Thread.Alerted => (* ignored, as promised *)
    END;
  END PutWideChar;

PROCEDURE PutInt(n: INTEGER; wr: Wr.T := NIL) =
  BEGIN
    Put(Fmt.Int(n), wr);
  END PutInt;

PROCEDURE PutReal(r: REAL; wr: Wr.T := NIL) =
  BEGIN
    Put(Fmt.Real(r), wr);
  END PutReal;

PROCEDURE PutError(txt: TEXT; wr: Wr.T := NIL) =
  BEGIN
    IF wr = NIL THEN wr := Stdio.stderr END;
    Put(txt, wr);
  END PutError;

PROCEDURE EOF(rd: Rd.T := NIL): BOOLEAN =
  BEGIN
    TRY
      RETURN Rd.EOF(Input(rd));
    EXCEPT
    | Rd.Failure, Thread.Alerted => RETURN TRUE;
    END;
  END EOF;

PROCEDURE GetLine(rd: Rd.T := NIL): TEXT RAISES {Error} =
  BEGIN
    TRY
      RETURN Rd.GetLine(Input(rd));
    EXCEPT
    | Rd.EndOfFile, Rd.Failure, Thread.Alerted => RAISE Error;
    END;
  END GetLine;

PROCEDURE GetChar(rd: Rd.T := NIL): CHAR RAISES {Error} =
  BEGIN
    TRY
      RETURN Rd.GetChar(Input(rd));
    EXCEPT
    | Rd.EndOfFile, Rd.Failure, Thread.Alerted => RAISE Error;
    END;
  END GetChar;

PROCEDURE GetWideChar(rd: Rd.T := NIL): WIDECHAR RAISES {Error} =
  BEGIN
    TRY
      RETURN Rd.GetWideChar(Input(rd));
    EXCEPT
    | Rd.EndOfFile, Rd.Failure, Thread.Alerted => RAISE Error;
    END;
  END GetWideChar;

CONST
  Blanks = SET OF CHAR{' ', '\t', '\n', '\r', '\f'};
  Digits = SET OF CHAR{'0' .. '9'};

(* Skip blanks; the first other character. *)
PROCEDURE FirstChar(rd: Rd.T): CHAR RAISES {Error} =
  VAR ch: CHAR;
  BEGIN
    REPEAT ch := GetChar(rd) UNTIL NOT ch IN Blanks;
    RETURN ch;
  END FirstChar;

(* The value of digits read up to the first other character, which stays in the stream. Starts with "ch". *)
PROCEDURE Number(rd: Rd.T; ch: CHAR; negative: BOOLEAN): INTEGER RAISES {Error} =
  VAR
    value := 0;
    digit: [0 .. 9];
  BEGIN
    IF NOT ch IN Digits THEN RAISE Error END;
    LOOP
      digit := ORD(ch) - ORD('0');
      IF negative THEN
        IF value < (FIRST(INTEGER) + digit + 9) DIV 10 THEN RAISE Error END;
        value := value * 10 - digit;
      ELSE
        IF value > (LAST(INTEGER) - digit) DIV 10 THEN RAISE Error END;
        value := value * 10 + digit;
      END;
      IF EOF(rd) THEN EXIT END;
      ch := GetChar(rd);
      IF NOT ch IN Digits THEN
        Rd.UnGetChar(Input(rd));
        EXIT;
      END;
    END;
    RETURN value;
  END Number;

PROCEDURE GetInt(rd: Rd.T := NIL): INTEGER RAISES {Error} =
  VAR ch := FirstChar(rd);
  BEGIN
    CASE ch OF
    | '-' => RETURN Number(rd, GetChar(rd), TRUE);
    | '+' => RETURN Number(rd, GetChar(rd), FALSE);
    ELSE RETURN Number(rd, ch, FALSE);
    END;
  END GetInt;

PROCEDURE GetReal(rd: Rd.T := NIL): REAL RAISES {Error} =
  VAR
    ch := FirstChar(rd);
    negative := ch = '-';
    value := 0.0D0;
    scale := 1.0D0;
    exponent: INTEGER;
    digits := 0;
  BEGIN
    IF ch = '-' OR ch = '+' THEN ch := GetChar(rd) END;
    LOOP
      IF NOT ch IN Digits THEN EXIT END;
      value := value * 10.0D0 + FLOAT(ORD(ch) - ORD('0'), LONGREAL);
      INC(digits);
      IF EOF(rd) THEN ch := ' '; EXIT END;
      ch := GetChar(rd);
    END;
    IF ch = '.' AND NOT EOF(rd) THEN
      ch := GetChar(rd);
      WHILE ch IN Digits DO
        value := value * 10.0D0 + FLOAT(ORD(ch) - ORD('0'), LONGREAL);
        scale := scale * 10.0D0;
        INC(digits);
        IF EOF(rd) THEN ch := ' '; EXIT END;
        ch := GetChar(rd);
      END;
    END;
    IF digits = 0 THEN RAISE Error END;
    IF (ch = 'e' OR ch = 'E' OR ch = 'd' OR ch = 'D') AND NOT EOF(rd) THEN
      exponent := GetInt(rd);
      FOR i := 1 TO MIN(ABS(exponent), 400) DO
        IF exponent > 0 THEN value := value * 10.0D0 ELSE scale := scale * 10.0D0 END;
      END;
    ELSIF NOT EOF(rd) OR NOT ch IN Blanks THEN
      Rd.UnGetChar(Input(rd));
    END;
    value := value / scale;
    IF negative THEN value := -value END;
    RETURN FLOAT(value, REAL);
  END GetReal;

BEGIN
END IO.
