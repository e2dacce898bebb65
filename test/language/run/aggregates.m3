(* Records and arrays are values: assignment copies, constructors are built before they are assigned, equality looks inside. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE
  Point = RECORD x, y := 7 END;
  Line = RECORD from, to: Point; name: TEXT := "line" END;
  V = ARRAY [0 .. 2] OF INTEGER;
  M = ARRAY [1 .. 2], [1 .. 3] OF INTEGER;
  Day = {Mon, Tue, Wed};
  Cells = ARRAY Day, BOOLEAN OF INTEGER;
CONST Origin = Point {0, 0}; Primes = ARRAY [0 .. 4] OF INTEGER {2, 3, 5, 7, 11};
      Names = ARRAY Day OF TEXT {"mon", "tue", "wed"};
      Box = Line {Origin, Point {y := 4, x := 3}, "box"};
VAR p, q: Point; v, w: V; l: Line; m: M; c: Cells; day := Day.Wed;

PROCEDURE P (i: INTEGER) = BEGIN IO.PutInt(i); IO.Put(" ") END P;
PROCEDURE B (b: BOOLEAN) = BEGIN IO.Put(Fmt.Bool(b)); IO.Put(" ") END B;
PROCEDURE NL () = BEGIN IO.Put("\n") END NL;
PROCEDURE Make (a, b: INTEGER): Point = BEGIN RETURN Point {a, b} END Make;
PROCEDURE Swap (p: Point): Point = VAR t := p.x; BEGIN p.x := p.y; p.y := t; RETURN p END Swap;
PROCEDURE Sum (READONLY a: ARRAY OF INTEGER): INTEGER = VAR s := 0; BEGIN FOR i := 0 TO LAST(a) DO INC(s, a[i]) END; RETURN s END Sum;
PROCEDURE Fill (VAR a: ARRAY OF INTEGER; x: INTEGER) = BEGIN FOR i := FIRST(a) TO LAST(a) DO a[i] := x; INC(x) END END Fill;
PROCEDURE Change (a: ARRAY OF INTEGER): INTEGER = BEGIN a[0] := 100; RETURN a[0] + NUMBER(a) END Change;
PROCEDURE Rows (READONLY a: ARRAY OF ARRAY OF INTEGER): INTEGER = BEGIN RETURN NUMBER(a) * 10 + NUMBER(a[0]) END Rows;
PROCEDURE Fixed (READONLY a: V): INTEGER = BEGIN RETURN a[2] END Fixed;

BEGIN
  P(p.x); P(p.y); p.x := 1; q := p; q.x := 5; P(p.x); P(q.x); B(p = q); q := p; B(p = q); NL();
  p := Point {p.y, p.x}; P(p.x); P(p.y); p := Swap(p); P(p.x); P(p.y); P(Make(8, 9).y); p := Make(p.y, p.x); P(p.x); NL();
  l := Box; P(l.to.x); P(l.to.y); IO.Put(l.name); l.from := l.to; l := Line {l.to, l.from}; P(l.from.x); IO.Put(l.name); NL();
  v := V {1, 2, 3}; w := v; w[0] := 9; P(v[0]); v := V {v[2], v[1], v[0]}; P(v[0]); P(v[2]); B(v = w); v := V {5, ..}; P(v[2]); NL();
  P(Sum(v)); P(Sum(Primes)); P(Sum(ARRAY OF INTEGER {1, 2, 3, 4})); P(Sum(SUBARRAY(Primes, 1, 2))); NL();
  Fill(v, 4); P(v[2]); Fill(SUBARRAY(v, 1, 2), 50); P(v[0]); P(v[2]); P(Change(v)); P(v[0]); NL();
  FOR i := 1 TO 2 DO FOR j := 1 TO 3 DO m[i, j] := 10 * i + j END END; P(m[2][3]); P(Sum(m[1])); P(Rows(m)); m[1] := m[2]; P(m[1, 1]); NL();
  c[Day.Tue, TRUE] := 6; c[day, FALSE] := 8; P(c[VAL(1, Day), ORD(day) = 2]); P(c[Day.Wed, FALSE]); IO.Put(Names[day]); NL();
  SUBARRAY(v, 0, 2) := SUBARRAY(v, 1, 2); P(v[0]); P(v[1]); P(v[2]);
  v := SUBARRAY(Primes, 2, 3); P(v[0]); P(Fixed(SUBARRAY(Primes, 0, 3))); B(v = SUBARRAY(Primes, 2, 3)); B(v = SUBARRAY(Primes, 1, 3)); NL();
  VAR t := ARRAY [0 .. 9] OF INTEGER {1, 2, ..}; z: ARRAY [10 .. 12] OF INTEGER := V {1, 2, 3}; BEGIN P(t[9]); P(Sum(t)); v := z; P(v[2]); P(z[11]) END; NL();
END Main.
