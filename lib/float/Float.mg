GENERIC MODULE Float(R, Rep);

(* "Rep" has the bits of a "T" in the lowest "Rep.Bits" of a word, "Rep.Fraction" of them for the fraction. *)

IMPORT FloatMode, Fmt, Text, Word;

CONST
  ExponentBits = Rep.Bits - Rep.Fraction - 1;
  MaxExponent = Word.Shift(1, ExponentBits) - 1;  (* of infinities and NaN *)
  Bias = Word.Shift(1, ExponentBits - 1) - 1;

PROCEDURE Exponent(x: T): INTEGER =
  BEGIN
    RETURN Word.Extract(Rep.BitsOf(x), Rep.Fraction, ExponentBits);
  END Exponent;

PROCEDURE FractionOf(x: T): Word.T =
  BEGIN
    RETURN Word.Extract(Rep.BitsOf(x), 0, Rep.Fraction);
  END FractionOf;

PROCEDURE Make(sign: INTEGER; magnitude: Word.T): T =
  BEGIN
    RETURN Rep.OfBits(Word.Or(Word.Shift(sign, Rep.Bits - 1), magnitude));
  END Make;

PROCEDURE Scalb(x: T; n: INTEGER): T RAISES {FloatMode.Trap} =
  VAR y := Rep.Scale(x, n);
  BEGIN
    IF Finite(x) AND x # FLOAT(0, T) THEN
      IF NOT Finite(y) THEN FloatMode.Signal(FloatMode.Flag.Overflow);
      ELSIF Exponent(y) = 0 AND Rep.Scale(y, -n) # x THEN FloatMode.Signal(FloatMode.Flag.Underflow);
      END;
    END;
    RETURN y;
  END Scalb;

PROCEDURE Logb(x: T): T RAISES {FloatMode.Trap} =
  BEGIN
    CASE Class(x) OF
    | IEEEClass.Zero => FloatMode.Signal(FloatMode.Flag.DivByZero); RETURN Make(1, Rep.BitsOf(FIRST(T)));
    | IEEEClass.Infinity => RETURN ABS(x);
    | IEEEClass.Denormal => RETURN FLOAT(1 - Bias, T);
    | IEEEClass.Normal => RETURN FLOAT(Exponent(x) - Bias, T);
    ELSE RETURN x;
    END;
  END Logb;

PROCEDURE ILogb(x: T): INTEGER =
  VAR n: INTEGER; f: Word.T;
  BEGIN
    CASE Class(x) OF
    | IEEEClass.Zero => RETURN FIRST(INTEGER);
    | IEEEClass.Infinity => RETURN LAST(INTEGER);
    | IEEEClass.Normal => RETURN Exponent(x) - Bias;
    | IEEEClass.Denormal =>
        n := 1 - Bias;
        f := FractionOf(x);
        WHILE Word.Extract(f, Rep.Fraction, 1) = 0 DO
          f := Word.Shift(f, 1);
          DEC(n);
        END;
        RETURN n;
    ELSE RETURN 0;
    END;
  END ILogb;

PROCEDURE NextAfter(x, y: T): T RAISES {FloatMode.Trap} =
  VAR magnitude: Word.T; z: T;
  BEGIN
    IF IsNaN(x) OR IsNaN(y) THEN RETURN x + y END;
    IF x = y THEN RETURN x END;
    magnitude := Word.Extract(Rep.BitsOf(x), 0, Rep.Bits - 1);
    IF magnitude = 0 THEN z := Make(ORD(y < x), 1);
    ELSIF (x < y) = (x > FLOAT(0, T)) THEN z := Make(Sign(x), magnitude + 1);
    ELSE z := Make(Sign(x), magnitude - 1);
    END;
    IF Finite(x) AND NOT Finite(z) THEN FloatMode.Signal(FloatMode.Flag.Overflow);
    ELSIF Exponent(z) = 0 THEN FloatMode.Signal(FloatMode.Flag.Underflow);
    END;
    RETURN z;
  END NextAfter;

PROCEDURE CopySign(x, y: T): T =
  BEGIN
    RETURN Make(Sign(y), Word.Extract(Rep.BitsOf(x), 0, Rep.Bits - 1));
  END CopySign;

PROCEDURE Finite(x: T): BOOLEAN =
  BEGIN
    RETURN Exponent(x) # MaxExponent;
  END Finite;

PROCEDURE IsNaN(x: T): BOOLEAN =
  BEGIN
    RETURN x # x;
  END IsNaN;

PROCEDURE Sign(x: T): [0 .. 1] =
  BEGIN
    RETURN Word.Extract(Rep.BitsOf(x), Rep.Bits - 1, 1);
  END Sign;

PROCEDURE Differs(x, y: T): BOOLEAN =
  BEGIN
    RETURN x < y OR y < x;
  END Differs;

PROCEDURE Unordered(x, y: T): BOOLEAN =
  BEGIN
    RETURN NOT (x <= y OR y <= x);
  END Unordered;

PROCEDURE Sqrt(x: T): T RAISES {FloatMode.Trap} =
  BEGIN
    IF x < FLOAT(0, T) THEN FloatMode.Signal(FloatMode.Flag.Invalid) END;
    RETURN Rep.Root(x);
  END Sqrt;

PROCEDURE Class(x: T): IEEEClass =
  BEGIN
    CASE Exponent(x) OF
    | 0 => IF FractionOf(x) = 0 THEN RETURN IEEEClass.Zero ELSE RETURN IEEEClass.Denormal END;
    | MaxExponent => IF FractionOf(x) = 0 THEN RETURN IEEEClass.Infinity ELSE RETURN IEEEClass.QuietNaN END;
    ELSE RETURN IEEEClass.Normal;
    END;
  END Class;

PROCEDURE FromDecimal(sign: [0 .. 1]; READONLY digits: ARRAY OF [0 .. 9]; exp: INTEGER): T RAISES {FloatMode.Trap} =
  VAR
    chars := NEW(REF ARRAY OF CHAR, NUMBER(digits) + 1);
    zero := TRUE;
    x: T;
  BEGIN
    FOR i := 0 TO LAST(digits) DO
      chars[i] := VAL(ORD('0') + digits[i], CHAR);
      IF digits[i] # 0 THEN zero := FALSE END;
    END;
    chars[NUMBER(digits)] := '0';
    (* Beyond this no exponent makes a difference. *)
    exp := MIN(MAX(exp, -1000000), 1000000);
    x := Rep.Parse(Text.FromChars(chars^) & "e" & Fmt.Int(exp - NUMBER(digits)));
    IF NOT zero THEN
      IF NOT Finite(x) THEN FloatMode.Signal(FloatMode.Flag.Overflow); FloatMode.Signal(FloatMode.Flag.Inexact);
      ELSIF Exponent(x) = 0 THEN FloatMode.Signal(FloatMode.Flag.Underflow);
      ELSIF ToDecimal(x).errorSign # 0 THEN FloatMode.Signal(FloatMode.Flag.Inexact);
      END;
    END;
    RETURN Make(sign, Rep.BitsOf(x));
  END FromDecimal;

(* The fewest digits are those that "Fmt" finds: " d.ddde+xx", padded with zeros. *)
PROCEDURE ToDecimal(x: T): DecimalApprox =
  VAR d: DecimalApprox; t: TEXT; e: INTEGER;
  BEGIN
    d.class := Class(x);
    d.sign := Sign(x);
    IF d.class # IEEEClass.Normal AND d.class # IEEEClass.Denormal THEN RETURN d END;
    t := Rep.Format(ABS(x), R.MaxSignifDigits - 1);
    d.digits[0] := Digit(t, 1);
    FOR i := 1 TO R.MaxSignifDigits - 1 DO
      d.digits[i] := Digit(t, i + 2);
      IF d.digits[i] # 0 THEN d.len := i + 1 END;
    END;
    e := R.MaxSignifDigits + 3;  (* the exponent's sign *)
    FOR i := e + 1 TO Text.Length(t) - 1 DO d.exp := 10 * d.exp + Digit(t, i) END;
    IF Text.GetChar(t, e) = '-' THEN d.exp := -d.exp END;
    d.errorSign := ErrorSign(x, d);
    RETURN d;
  END ToDecimal;

PROCEDURE Digit(t: TEXT; i: CARDINAL): [0 .. 9] =
  BEGIN
    RETURN ORD(Text.GetChar(t, i)) - ORD('0');
  END Digit;

(* Compares ABS(x), a whole number times a power of two, with the digits, a whole number times a power of ten: both times what makes them whole,
   as numbers in base 10^8. *)
CONST
  Radix = 100000000;
  MaxLimbs = 150;

TYPE Natural = RECORD n := 1; limb := ARRAY [0 .. MaxLimbs - 1] OF INTEGER{0, ..} END;

PROCEDURE Times(VAR a: Natural; by: CARDINAL) =
  VAR carry := 0;
  BEGIN
    FOR i := 0 TO a.n - 1 DO
      carry := carry + a.limb[i] * by;
      a.limb[i] := carry MOD Radix;
      carry := carry DIV Radix;
    END;
    WHILE carry > 0 DO
      a.limb[a.n] := carry MOD Radix;
      carry := carry DIV Radix;
      INC(a.n);
    END;
  END Times;

PROCEDURE Power(VAR a: Natural; base, exponent: CARDINAL) =
  BEGIN
    FOR i := 1 TO exponent DO Times(a, base) END;
  END Power;

PROCEDURE Compare(READONLY a, b: Natural): [-1 .. 1] =
  BEGIN
    IF a.n # b.n THEN RETURN -1 + 2 * ORD(a.n > b.n) END;
    FOR i := a.n - 1 TO 0 BY -1 DO
      IF a.limb[i] # b.limb[i] THEN RETURN -1 + 2 * ORD(a.limb[i] > b.limb[i]) END;
    END;
    RETURN 0;
  END Compare;

PROCEDURE ErrorSign(x: T; READONLY d: DecimalApprox): [-1 .. 1] =
  VAR
    binary, decimal: Natural;
    fraction := FractionOf(x);
    two := MAX(Exponent(x), 1) - Bias - Rep.Fraction;
    ten := d.exp - d.len + 1;
  BEGIN
    IF Exponent(x) # 0 THEN fraction := Word.Insert(fraction, 1, Rep.Fraction, 1) END;
    WHILE fraction # 0 DO
      binary.limb[binary.n - 1] := fraction MOD Radix;
      fraction := fraction DIV Radix;
      IF fraction # 0 THEN INC(binary.n) END;
    END;
    FOR i := 0 TO d.len - 1 DO
      Times(decimal, 10);
      INC(decimal.limb[0], d.digits[i]);
    END;
    (* The powers that both have need not be multiplied. *)
    WITH fives = ten, twos = two - ten DO
      IF fives >= 0 THEN Power(decimal, 5, fives) ELSE Power(binary, 5, -fives) END;
      IF twos >= 0 THEN Power(binary, 2, twos) ELSE Power(decimal, 2, -twos) END;
    END;
    RETURN Compare(binary, decimal);
  END ErrorSign;

BEGIN
END Float.
