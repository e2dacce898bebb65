(* Values in unusual places: parts of results, aliases of values, procedures in constants, defaults of every sort, EVAL, comparisons of everything. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE
  P = RECORD x, y: INTEGER := 1; v := V {1, 2, 3} END; V = ARRAY [0 .. 2] OF INTEGER; Op = PROCEDURE (a, b: INTEGER): INTEGER;
  Color = {Red, Green, Blue}; S = SET OF Color; Entry = RECORD name: TEXT; op: Op; set: S := S {Color.Blue}; next: REF Entry := NIL END;
  Obj = OBJECT p := P {5, 6, V {7, ..}}; grid: ARRAY [0 .. 1], [0 .. 1] OF CHAR; op: Op := Plus METHODS get (): P := Get END;
  Matrix = REF ARRAY OF ARRAY OF LONGREAL;
CONST
  Ops = ARRAY [0 .. 2] OF Op {Plus, Times, NIL}; Main = Entry {"plus", Plus}; Table = ARRAY OF Entry {Entry {"a", Times, S {}}, Main};
  Fn = Times; Deep = ARRAY [0 .. 1] OF ARRAY [0 .. 1] OF V {ARRAY [0 .. 1] OF V {V {1, 2, 3}, V {4, ..}}, ARRAY [0 .. 1] OF V {V {9, 8, 7}, ..}};
VAR calls := 0; o := NEW(Obj); a, b: REF INTEGER := NEW(REF INTEGER); m: Matrix; c := 'c'; color: Color; small: [0 .. 9] := 3; bool: BOOLEAN;

PROCEDURE I (i: INTEGER) = BEGIN IO.PutInt(i); IO.Put(" ") END I;
PROCEDURE B (b: BOOLEAN) = BEGIN IO.Put(Fmt.Bool(b)); IO.Put(" ") END B;
PROCEDURE NL () = BEGIN IO.Put("\n") END NL;
PROCEDURE Plus (a, b: INTEGER): INTEGER = BEGIN INC(calls); RETURN a + b END Plus;
PROCEDURE Times (a, b: INTEGER): INTEGER = BEGIN RETURN a * b END Times;
PROCEDURE Get (self: Obj): P = BEGIN RETURN self.p END Get;
PROCEDURE Make (n: INTEGER): P = BEGIN INC(calls); RETURN P {n, n + 1, V {n, ..}} END Make;
PROCEDURE Vec (n: INTEGER): V = BEGIN RETURN V {n, n * 2, n * 3} END Vec;
PROCEDURE Sum (READONLY v: ARRAY OF INTEGER; READONLY p := P {10, 20, V {1, ..}}; READONLY n: INTEGER := 3; t := "t"; op: Op := Plus; s := S {Color.Red}): INTEGER =
  VAR r := n; BEGIN FOR i := 0 TO LAST(v) DO r := op(r, v[i]) END; IF Color.Red IN s THEN IO.Put(t) END; RETURN r + p.x + p.v[2] END Sum;
PROCEDURE Ref (VAR x: CARDINAL; READONLY y: CARDINAL) = BEGIN x := y + 1 END Ref;
PROCEDURE Trace (READONLY m: ARRAY OF ARRAY OF LONGREAL): LONGREAL = VAR t := 0.0d0; BEGIN FOR i := 0 TO LAST(m) DO t := t + m[i, i] END; RETURN t END Trace;
PROCEDURE Set (VAR m: ARRAY OF ARRAY OF LONGREAL; v: LONGREAL) = BEGIN FOR i := 0 TO LAST(m) DO FOR j := 0 TO LAST(m[i]) DO m[i][j] := v; v := v + 1.0d0 END END END Set;
BEGIN
  I(Make(3).y); I(Make(4).v[1]); I(Vec(5)[2]); I(o.get().v[2]); I(Make(2).v[Vec(1)[1]]); WITH p = Make(8), v = p.v DO I(p.x + v[0]) END; EVAL Make(1); EVAL calls + 1; EVAL Vec(1); I(calls); NL();
  I(Sum(Vec(1))); I(Sum(Make(1).v, Make(5), 4, "u")); I(Sum(ARRAY OF INTEGER {Make(1).x, 2}, s := S {}, op := Times)); I(Sum(V {1, 2, 3}, n := small, t := "")); NL();
  I(Ops[0](2, 3)); I(Ops[1](2, 3)); B(Ops[2] = NIL); I(Table[0].op(4, 5)); IO.Put(Table[1].name); B(Table[1].op = Plus); B(Color.Blue IN Table[1].set); B(Table[0].set = S {}); I(Fn(6, 7)); I(Deep[1, 1, 2] + Deep[0, 1, 2]); B(Deep[0] = Deep[1]); NL();
  I(o.p.v[1]); o.p.v := Vec(2); I(o.p.v[2]); o.grid[1, 0] := 'q'; B(o.grid[1][0] = 'q'); B(o.grid[0] = o.grid[1]); I(o.op(1, 1)); o.op := Ops[calls MOD 1 + 1]; I(o.op(3, 3)); B(o.p = Make(5)); B(o.get() # o.p); NL();
  B(a = b); b := a; B(a = b); a^ := 4; I(b^); B(a # NIL); B(Make(1) = Make(1)); B(Vec(1) = V {1, 2, 3}); B(Vec(1) # SUBARRAY(Vec(1), 0, 2)); NL();
  m := NEW(Matrix, 2, 3); Set(m^, 1.0d0); IO.Put(Fmt.LongReal(Trace(m^))); I(NUMBER(m^)); I(NUMBER(m[0])); I(TRUNC(m[1, 2])); m[0] := m[1]; IO.Put(Fmt.LongReal(Trace(m^))); NL();
  INC(c, 2); IO.PutChar(c); INC(color); I(ORD(color)); INC(small, 4); I(small); bool := small > 3; B(bool); bool := NOT bool OR c < 'a' AND color = Color.Red; B(bool); bool := VAL(1, BOOLEAN); B(bool); B((small = 7) = TRUE); B(TRUE > FALSE); B(MAX(FALSE, bool)); NL();
  VAR card: CARDINAL; BEGIN Ref(card, small); I(card); Ref(card, card); I(card); Ref(card, 3 + 4); I(card) END; NL();
END Main.
