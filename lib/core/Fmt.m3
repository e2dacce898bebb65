MODULE Fmt;

PROCEDURE Addr(a: ADDRESS; <*UNUSED*> base: Base := 16): TEXT =
  BEGIN
    IF a = NIL THEN RETURN "NIL" END;
    RETURN "address";
  END Addr;

PROCEDURE Ref(r: REFANY; <*UNUSED*> base: Base := 16): TEXT =
  BEGIN
    IF r = NIL THEN RETURN "NIL" END;
    RETURN "ref";
  END Ref;

BEGIN
END Fmt.
