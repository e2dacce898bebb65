MODULE Main;
TYPE
  Color = {Red, Green, Blue};
  R = RECORD a: INTEGER; b := 2 END;
  A = ARRAY [1 .. 3] OF INTEGER;
CONST
  Big = LAST(INTEGER);
  Over = Big + 1;
(*       ^ M3531: the value of this constant expression is not in the range of INTEGER *)
  Under = FIRST(INTEGER) - 1;
(*        ^ M3531: the value of this constant expression is not in the range of INTEGER *)
  Times = Big * 2;
(*        ^ M3531: the value of this constant expression is not in the range of INTEGER *)
  Zero = 1 DIV 0;
(*       ^ M3532: this constant expression divides by zero *)
  ZeroM = 1 MOD (2 - 2);
(*        ^ M3532: this constant expression divides by zero *)
  Neg = -FIRST(INTEGER);
(*      ^ M3531: the value of this constant expression is not in the range of INTEGER *)
  AbsNeg = ABS(FIRST(INTEGER));
(*         ^ M3531: the value of this constant expression is not in the range of INTEGER *)
  Literal = 9223372036854775808;
(*          ^ M3501: this literal exceeds LAST(INTEGER) *)
  Based = 16_FFFFFFFFFFFFFFFF;
  BadBase = 17_0;
(*          ^ M3501: the base of an integer literal is between 2 and 16 *)
  BadDigit = 2_12;
(*           ^ M3501: a digit of this literal does not belong to base 2 *)
  TooBig = 16_10000000000000000;
(*         ^ M3501: this literal does not fit the 64 bits of INTEGER *)
  RealBig = 1.0E39;
(*          ^ M3501: this literal exceeds the range of REAL *)
  LongRealOk = 1.0D39;
(*^ W4401: constant LongRealOk is never used *)
  Round = ROUND(1.0D30);
(*        ^ M3531: the value of this constant expression is not in the range of INTEGER *)
  FromLit = VAL(3, Color);
(*              ^ M3522: the value 3 is not a member of Color *)
  Char = VAL(256, CHAR);
(*           ^ M3522: the value 256 is not a member of CHAR *)
  Rec = R{1};
  Arr = A{1, 2, 3};
  Second = Arr[2] + Rec.b;
  Outside = Arr[4];
(*              ^ M3522: the value 4 is not a member of [1..3], the type of the subscript *)
  Var = variable + 1;
(*      ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
  Proc = F(1);
(*       ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
  Ref = NEW(REF INTEGER);
(*      ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
  Text = "a" & "b";
(*^ W4401: constant Text is never used *)
  P = F;
(*^ W4401: constant P is never used *)
  Set = SET OF Color{Color.Red};
  Sub: [0 .. 3] = 4;
(*                ^ M3522: the value 4 is not a member of [0..3], the type of constant Sub *)
  Enum: Color = Color.Red;
(*^ W4401: constant Enum is never used *)
  Mixed: REAL = 3;
(*              ^ M3520: cannot assign INTEGER to constant Mixed of type REAL *)
  Flag: BOOLEAN = Color.Red IN Set AND NOT FALSE;
(*^ W4401: constant Flag is never used *)
  Min = MIN(3, 4) + MAX(3, 4);
  Size = BITSIZE(INTEGER) + BYTESIZE(REAL) + ADRSIZE(CHAR) + BITSIZE(Color);
(*^ W4401: constant Size is never used *)
  Wide = W"w" & "n";
(*^ W4401: constant Wide is never used *)
VAR
  variable: INTEGER;
  check: ARRAY [Second .. 6] OF [Based .. Min];
(*^ W4401: variable check is never used *)
PROCEDURE F(x: INTEGER): INTEGER = BEGIN RETURN x END F;
BEGIN
END Main.
