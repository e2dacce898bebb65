MODULE ParseParams;

IMPORT FloatMode, Fmt, Lex, Params, Scan, Text, Thread, Wr;

REVEAL
  T = Public BRANDED "ParseParams.T" OBJECT
    wr: Wr.T;
  OVERRIDES
    init := Init;
    keywordPresent := KeywordPresent;
    getKeyword := GetKeyword;
    getNext := GetNext;
    testNext := TestNext;
    getNextInt := GetNextInt;
    getNextReal := GetNextReal;
    getNextLongReal := GetNextLongReal;
    error := Fail;
    skipParsed := SkipParsed;
    finish := Finish;
  END;

PROCEDURE Init(t: T; wr: Wr.T): T =
  BEGIN
    t.wr := wr;
    t.arg := NEW(REF ARRAY OF TEXT, Params.Count);
    t.parsed := NEW(REF ARRAY OF BOOLEAN, Params.Count);
    FOR i := 0 TO LAST(t.arg^) DO
      t.arg[i] := Params.Get(i);
      t.parsed[i] := i = 0;
    END;
    t.next := 1;
    RETURN t;
  END Init;

(* Is there an argument "i" that is not parsed? *)
PROCEDURE IsOpen(t: T; i: CARDINAL): BOOLEAN =
  BEGIN
    RETURN i < NUMBER(t.arg^) AND NOT t.parsed[i];
  END IsOpen;

PROCEDURE KeywordPresent(t: T; key: TEXT): BOOLEAN =
  BEGIN
    FOR i := 0 TO LAST(t.arg^) DO
      IF NOT t.parsed[i] AND Text.Equal(t.arg[i], key) THEN
        t.parsed[i] := TRUE;
        t.next := i + 1;
        RETURN TRUE;
      END;
    END;
    RETURN FALSE;
  END KeywordPresent;

PROCEDURE GetKeyword(t: T; key: TEXT) RAISES {Error} =
  BEGIN
    IF NOT t.keywordPresent(key) THEN t.error("the parameter " & key & " is missing") END;
  END GetKeyword;

PROCEDURE GetNext(t: T): TEXT RAISES {Error} =
  BEGIN
    IF NOT IsOpen(t, t.next) THEN
      WITH last = t.arg[MIN(t.next, NUMBER(t.arg^)) - 1] DO t.error("something is missing after " & last) END;
    END;
    t.parsed[t.next] := TRUE;
    INC(t.next);
    RETURN t.arg[t.next - 1];
  END GetNext;

PROCEDURE TestNext(t: T; key: TEXT): BOOLEAN =
  BEGIN
    IF NOT IsOpen(t, t.next) OR NOT Text.Equal(t.arg[t.next], key) THEN RETURN FALSE END;
    t.parsed[t.next] := TRUE;
    INC(t.next);
    RETURN TRUE;
  END TestNext;

PROCEDURE GetNextInt(t: T; min := FIRST(INTEGER); max := LAST(INTEGER)): INTEGER RAISES {Error} =
  VAR
    text := t.getNext();
    n := 0;
  BEGIN
    TRY n := Scan.Int(text) EXCEPT Lex.Error, FloatMode.Trap => t.error(text & " is no whole number") END;
    IF n < min OR n > max THEN t.error(Fmt.F("%s is not in the range from %s to %s", text, Fmt.Int(min), Fmt.Int(max))) END;
    RETURN n;
  END GetNextInt;

PROCEDURE GetNextReal(t: T; min := FIRST(REAL); max := LAST(REAL)): REAL RAISES {Error} =
  VAR
    text := t.getNext();
    x := 0.0;
  BEGIN
    TRY x := Scan.Real(text) EXCEPT Lex.Error, FloatMode.Trap => t.error(text & " is no number") END;
    IF x < min OR x > max THEN t.error(Fmt.F("%s is not in the range from %s to %s", text, Fmt.Real(min), Fmt.Real(max))) END;
    RETURN x;
  END GetNextReal;

PROCEDURE GetNextLongReal(t: T; min := FIRST(LONGREAL); max := LAST(LONGREAL)): LONGREAL RAISES {Error} =
  VAR
    text := t.getNext();
    x := 0.0d0;
  BEGIN
    TRY x := Scan.LongReal(text) EXCEPT Lex.Error, FloatMode.Trap => t.error(text & " is no number") END;
    IF x < min OR x > max THEN t.error(Fmt.F("%s is not in the range from %s to %s", text, Fmt.LongReal(min), Fmt.LongReal(max))) END;
    RETURN x;
  END GetNextLongReal;

PROCEDURE Fail(t: T; msg: TEXT) RAISES {Error} =
  BEGIN
    TRY
      Wr.PutText(t.wr, "ParseParams: " & msg & "\n");
      Wr.Flush(t.wr);
    EXCEPT
    | Wr.Failure, Thread.Alerted => (* "Error" says it, too *)
    END;
    RAISE Error;
  END Fail;

PROCEDURE SkipParsed(t: T) RAISES {Error} =
  VAR i: CARDINAL := 0;
  BEGIN
    WHILE i < NUMBER(t.arg^) AND t.parsed[i] DO INC(i) END;
    t.next := i;
    FOR j := i TO LAST(t.arg^) DO
      IF t.parsed[j] THEN t.error(t.arg[i] & " is not expected before " & t.arg[j]) END;
    END;
  END SkipParsed;

PROCEDURE Finish(t: T) RAISES {Error} =
  BEGIN
    FOR i := 0 TO LAST(t.arg^) DO
      IF NOT t.parsed[i] THEN t.error(t.arg[i] & " is not expected") END;
    END;
  END Finish;

BEGIN
END ParseParams.
