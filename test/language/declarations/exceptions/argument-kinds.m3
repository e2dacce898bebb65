(* 2.4.5: The argument of an exception may be of every type but an open array. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD n: INTEGER; t: TEXT END; A = ARRAY [0 .. 2] OF CHAR; S = SET OF [0 .. 99];
EXCEPTION ER(R); EA(A); ES(S); EL(LONGREAL); EP(PROCEDURE (n: INTEGER)); EB(BITS 4 FOR [0 .. 15]);
PROCEDURE P(k: INTEGER) RAISES {ER, EA, ES, EL, EP, EB} =
  BEGIN
    CASE k OF
    | 0 => RAISE ER(R {1, "one"}) | 1 => RAISE EA(A {'x', ..}) | 2 => RAISE ES(S {3, 98})
    | 3 => RAISE EL(2.5d0) | 4 => RAISE EP(Put) ELSE RAISE EB(9)
    END
  END P;
PROCEDURE Put(n: INTEGER) = BEGIN IO.PutInt(n) END Put;
BEGIN
  FOR k := 0 TO 5 DO
    TRY P(k) EXCEPT
    | ER (r) => IO.PutInt(r.n); IO.Put(r.t) | EA (a) => IO.PutChar(a[2]) | ES (s) => IF 98 IN s THEN IO.Put("in") END
    | EL (x) => IO.PutInt(ROUND(2.0d0 * x)) | EP (p) => p(7) | EB (b) => IO.PutInt(b)
    END;
    IO.Put(" ")
  END;
  IO.Put("\n");
END Main.
