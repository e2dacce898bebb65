MODULE Counter;
REVEAL T = BRANDED REF RECORD n, limit: INTEGER END;
PROCEDURE New (limit: INTEGER): T = VAR t := NEW(T); BEGIN t.limit := limit; RETURN t END New;
PROCEDURE Inc (t: T; by: INTEGER): INTEGER RAISES {Full, Odd} =
  BEGIN
    IF by = 3 THEN RAISE Odd END;
    IF t.n + by > t.limit THEN RAISE Full(Pair {a := t.n}) END;
    INC(t.n, by); INC(total, by); RETURN t.n;
  END Inc;
PROCEDURE Visit (t: T; visit: PROCEDURE (p: Pair): BOOLEAN): Pair =
  VAR p := Pair {0, 0, Color.Red};
  BEGIN WHILE p.a < t.n AND visit(p) DO INC(p.a); DEC(p.b) END; RETURN p END Visit;
BEGIN
  total := 1000;
END Counter.
