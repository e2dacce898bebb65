(* Every loop, EXIT from each, FOR at the ends of its range, bounds that are evaluated once. *)
MODULE Main;
IMPORT IO;
TYPE Color = {Red, Green, Blue, White};
VAR n: INTEGER := 3; calls := 0; count := 0;

PROCEDURE P (i: INTEGER) = BEGIN IO.PutInt(i); IO.Put(" ") END P;
PROCEDURE NL () = BEGIN IO.Put("\n") END NL;
PROCEDURE Limit (): INTEGER = BEGIN INC(calls); RETURN n END Limit;

BEGIN
  FOR i := 1 TO Limit() DO n := 100; P(i) END; P(calls); NL();
  FOR i := 10 TO 1 BY -3 DO P(i) END; FOR i := 1 TO 10 BY 4 DO P(i) END; NL();
  FOR i := 5 TO 4 DO P(i) END; FOR i := 4 TO 5 BY -1 DO P(i) END; IO.Put("none\n");
  FOR i := LAST(INTEGER) - 2 TO LAST(INTEGER) DO INC(count) END;
  FOR i := FIRST(INTEGER) + 1 TO FIRST(INTEGER) BY -1 DO INC(count) END;
  FOR i := LAST(INTEGER) - 10 TO LAST(INTEGER) BY 4 DO INC(count) END;
  FOR i := FIRST(INTEGER) TO LAST(INTEGER) BY LAST(INTEGER) DO INC(count) END; P(count); NL();
  FOR c := FIRST(Color) TO LAST(Color) DO P(ORD(c)) END;
  FOR c := Color.Blue TO Color.Green BY -1 DO P(ORD(c)) END;
  FOR b := FALSE TO TRUE DO P(ORD(b)) END;
  FOR ch := 'x' TO 'z' DO IO.PutChar(ch) END; NL();
  FOR ch := VAL(250, CHAR) TO VAL(255, CHAR) DO P(ORD(ch)) END; NL();
  n := 0; WHILE n < 10 DO INC(n); IF n = 3 THEN EXIT END END; P(n);
  REPEAT INC(n); IF n = 6 THEN EXIT END UNTIL n >= 100; P(n);
  LOOP INC(n); IF n > 8 THEN EXIT END END; P(n);
  FOR i := 1 TO 100 DO IF i = 7 THEN EXIT END; n := i END; P(n);
  n := 0; REPEAT INC(n) UNTIL n = 4; P(n); NL();
  LOOP
    FOR i := 1 TO 3 DO
      FOR j := 1 TO 3 DO
        IF j = 2 THEN EXIT END; P(i * 10 + j);
      END;
    END;
    EXIT;
  END;
  NL();
  FOR i := 0 TO 2 DO FOR j := i TO 2 DO WITH k = i * 3 + j DO P(k) END END END; NL();
END Main.
