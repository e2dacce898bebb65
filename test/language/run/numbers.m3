(* LONGINT, REAL, LONGREAL, EXTENDED, WIDECHAR, CARDINAL: kept apart, converted on demand. *)
MODULE Main;
IMPORT IO, Fmt, Long;
CONST Pi = 3.14159265358979d0; Third = 1.0 / 3.0; Big = 123456789012L;
VAR l: LONGINT := FIRST(LONGINT); r: REAL := 0.1; d: LONGREAL; x: EXTENDED := 1.5x0; w: WIDECHAR; c: CARDINAL; ls: [1L .. 10L] := 5L;
PROCEDURE Put (t: TEXT) = BEGIN IO.Put(t); IO.Put(" ") END Put;
BEGIN
  Put(Fmt.LongInt(l)); Put(Fmt.LongInt(l - 1L)); Put(Fmt.LongInt(Big * 3L)); Put(Fmt.LongInt(Long.And(Big, 255L))); INC(ls, 2L); Put(Fmt.LongInt(ls * 2L)); Put(Fmt.Int(ORD(ls))); IO.Put("\n");
  d := FLOAT(r, LONGREAL); Put(Fmt.LongReal(d, Fmt.Style.Fix, 6)); Put(Fmt.Bool(FLOAT(d) = r)); Put(Fmt.LongReal(Pi * 2.0d0, Fmt.Style.Fix, 4)); Put(Fmt.Real(Third, Fmt.Style.Fix, 3)); x := x * 2.0x0; Put(Fmt.Int(TRUNC(x))); Put(Fmt.Int(ROUND(-2.5)));
  Put(Fmt.Int(FLOOR(-0.5))); Put(Fmt.Int(CEILING(0.5))); Put(Fmt.Real(ABS(-2.5))); Put(Fmt.Real(MAX(1.0, 2.0))); d := FLOAT(7, LONGREAL) / 0.0d0; Put(Fmt.Bool(d > 1.0d300)); Put(Fmt.Bool(d - d = d - d)); Put(Fmt.LongReal(-7.5d0 MOD 2.0d0)); IO.Put("\n");
  w := VAL(16_20AC, WIDECHAR); Put(Fmt.Int(ORD(w))); w := W'a'; INC(w); Put(Fmt.Int(ORD(w))); c := LAST(CARDINAL); Put(Fmt.Int(c)); DEC(c, c); Put(Fmt.Int(c)); Put(Fmt.Int(BITSIZE(INTEGER) + BYTESIZE(REAL))); Put(Fmt.Int(ORD(LAST(CHAR)))); IO.Put("\n");
END Main.
