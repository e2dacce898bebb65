(* RETURN and EXIT are exceptions, so an ELSE catches them; FINALLY parts between run before. *)
MODULE Main;
IMPORT Fmt, IO;

EXCEPTION Wanted;

TYPE Three = ARRAY [0 .. 2] OF INTEGER;

PROCEDURE Value(): INTEGER =
  VAR n := 0;
  BEGIN
    TRY INC(n); RETURN 1 EXCEPT Wanted => INC(n, 100) ELSE INC(n, 10) END;
    RETURN n
  END Value;

PROCEDURE Large(): Three =
  BEGIN
    TRY RETURN Three{1, 2, 3} EXCEPT ELSE END;
    RETURN Three{4, 5, 6}
  END Large;

PROCEDURE Proper(VAR n: INTEGER) =
  BEGIN
    TRY RETURN EXCEPT ELSE n := 2 END;
    n := n * 3
  END Proper;

PROCEDURE InFinally(): INTEGER =
  BEGIN
    TRY RETURN 1 FINALLY TRY RETURN 2 EXCEPT ELSE END END
  END InFinally;

PROCEDURE ThroughFinally(): INTEGER =
  VAR n := 0;
  BEGIN
    TRY
      TRY TRY TRY TRY RETURN 7 FINALLY INC(n) END FINALLY INC(n) END FINALLY INC(n) END FINALLY INC(n) END
    EXCEPT
    ELSE INC(n, 10)
    END;
    RETURN n
  END ThroughFinally;

PROCEDURE InHandler(): INTEGER =
  BEGIN
    TRY RAISE Wanted EXCEPT Wanted => RETURN 1 ELSE END;
    RETURN 2
  END InHandler;

PROCEDURE Loops(): INTEGER =
  VAR n := 0;
  BEGIN
    LOOP
      TRY INC(n); EXIT EXCEPT ELSE INC(n, 10) END;
      IF n > 20 THEN EXIT END
    END;
    TRY LOOP INC(n, 100); EXIT END; INC(n, 200) EXCEPT ELSE n := 0 END;
    RETURN n
  END Loops;

PROCEDURE Put(n: INTEGER) =
  BEGIN
    IO.Put(Fmt.Int(n) & "\n")
  END Put;

VAR n := 1;
BEGIN
  Put(Value());
  Put(Large()[0]);
  Proper(n);
  Put(n);
  Put(InFinally());
  Put(ThroughFinally());
  Put(InHandler());
  Put(Loops())
END Main.
