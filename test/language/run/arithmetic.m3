(* Integer and floating arithmetic: DIV and MOD round down, integers wrap, conversions round as their names say. *)
MODULE Main;
IMPORT IO, Fmt, Word;
TYPE Small = [-5 .. 5];
VAR a, b: INTEGER; s: Small := -5; r: REAL := 2.5; l: LONGREAL := 1.0d0; big: LONGINT := 5L;

PROCEDURE P (t: TEXT; n: INTEGER) = BEGIN IO.Put(t); IO.Put("="); IO.PutInt(n); IO.Put(" ") END P;
PROCEDURE B (t: TEXT; b: BOOLEAN) = BEGIN IO.Put(t); IO.Put("="); IO.Put(Fmt.Bool(b)); IO.Put(" ") END B;
PROCEDURE NL () = BEGIN IO.Put("\n") END NL;

BEGIN
  a := 7; b := 2;
  P("div", a DIV b); P("mod", a MOD b);
  P("div", -a DIV b); P("mod", -a MOD b);
  P("div", a DIV -b); P("mod", a MOD -b);
  P("div", -a DIV -b); P("mod", -a MOD -b); NL();
  a := LAST(INTEGER); P("wrap", a + 1); P("first", FIRST(INTEGER)); P("abs", ABS(-a)); NL();
  P("min", MIN(a, b)); P("max", MAX(3, b)); P("neg", -b); P("s", s * s); NL();
  P("prec", 2 + 3 * 4 - 10 DIV 3); P("paren", (2 + 3) * 4); NL();
  P("round", ROUND(r)); P("round", ROUND(3.5)); P("trunc", TRUNC(-r)); P("floor", FLOOR(-r)); P("ceil", CEILING(-r)); NL();
  r := 1.0; FOR i := 1 TO 10 DO r := r * 2.0 / 1.0 END; P("pow", ROUND(r));
  l := FLOAT(10, LONGREAL) / 4.0d0; P("half", TRUNC(l * 100.0d0));
  r := FLOAT(l); B("eq", r = 2.5); B("lt", r < 2.5); B("ge", r >= 2.5); P("fmod", ROUND(5.5 MOD 2.0 * 10.0)); NL();
  P("and", Word.And(12, 10)); P("or", Word.Or(12, 10)); P("xor", Word.Xor(12, 10)); P("not", Word.Not(0));
  P("shl", Word.Shift(1, 5)); P("shr", Word.Shift(-1, -60)); P("rot", Word.Rotate(1, -1) + 1);
  P("ext", Word.Extract(16_ABCD, 4, 8)); P("ins", Word.Insert(0, 16_F, 4, 4)); NL();
  B("ult", Word.LT(1, -1)); B("ugt", Word.GT(1, -1)); B("uge", Word.GE(-1, -1)); P("udiv", Word.Divide(-1, 2)); P("umod", Word.Mod(-1, 10)); NL();
  big := big * 7L DIV 2L; P("long", ORD(big)); P("val", ORD(VAL(17, LONGINT)) + 1); NL();
  a := 5; INC(a); INC(a, 10); DEC(a, 2); P("inc", a); INC(s, 3); P("s", s); NL();
  B("and", a > 3 AND b = 2); B("or", a < 3 OR b # 2); B("not", NOT (a > 3)); NL();
  P("char", ORD('A')); P("vchar", ORD(VAL(66, CHAR))); P("based", 16_ff + 2_1010 + 8_17); NL();
END Main.
