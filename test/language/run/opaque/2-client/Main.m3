MODULE Main;
IMPORT Counter, IO;
VAR c := Counter.New(); other: REFANY := NEW(REF INTEGER); p: Counter.Pair; proc := Counter.Inc;
PROCEDURE I (i: INTEGER) = BEGIN IO.PutInt(i); IO.Put(" ") END I;
PROCEDURE Run () =
  VAR seen := 0;
  PROCEDURE See (p: Counter.Pair): BOOLEAN = BEGIN INC(seen, p.a * 10); p.a := 100; RETURN TRUE END See;
  BEGIN p := Counter.Visit(c, See); I(p.a); I(p.b); I(seen) END Run;
BEGIN
  I(ORD(p.color)); I(p.b);
  TRY I(Counter.Inc(c)); I(proc(c, 2)); I(Counter.Inc(c, by := 3)) EXCEPT Counter.Odd => IO.Put("odd ") END;
  TRY I(Counter.Inc(c, 10)) EXCEPT Counter.Full (f) => I(f.a); I(f.b); I(ORD(f.color)) END;
  Run(); I(Counter.total); DEC(Counter.total, 1); I(Counter.total);
  TYPECASE other OF Counter.T => IO.Put("wrong") | REF INTEGER => IO.Put("int ") ELSE IO.Put("else") END; other := c; IF ISTYPE(other, Counter.T) AND other = c THEN IO.Put("counter") END; IO.Put("\n");
END Main.
