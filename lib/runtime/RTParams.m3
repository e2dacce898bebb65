MODULE RTParams;

IMPORT Params, Text;

PROCEDURE IsPresent(n: TEXT): BOOLEAN =
  BEGIN
    RETURN Value(n) # NIL;
  END IsPresent;

PROCEDURE Value(n: TEXT): TEXT =
  VAR name := "@M3" & n;
  BEGIN
    FOR i := 1 TO Params.Count - 1 DO
      WITH p = Params.Get(i), length = Text.Length(name) DO
        IF Text.Equal(p, name) THEN RETURN "" END;
        IF Text.Equal(Text.Sub(p, 0, length + 1), name & "=") THEN
          RETURN Text.Sub(p, length + 1)
        END;
      END;
    END;
    RETURN NIL;
  END Value;

BEGIN
END RTParams.
