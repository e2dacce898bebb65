MODULE ASCII;

BEGIN
  FOR c := FIRST(CHAR) TO LAST(CHAR) DO
    Upper[c] := c;
    Lower[c] := c;
    Control[c] := c;
  END;
  FOR c := 'A' TO 'Z' DO
    WITH small = VAL(ORD(c) + 32, CHAR) DO
      Upper[small] := c;
      Lower[c] := small;
      Control[small] := VAL(ORD(c) - ORD('@'), CHAR);
    END;
  END;
  FOR c := '@' TO '_' DO Control[c] := VAL(ORD(c) - ORD('@'), CHAR) END;
END ASCII.
