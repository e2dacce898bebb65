MODULE Hog EXPORTS Main;

IMPORT Fmt, IO, SpinException;

TYPE List = REF RECORD data: ARRAY [1..1000] OF INTEGER; next: List END;

VAR list: List; n := 0;

BEGIN
  TRY
    LOOP
      list := NEW(List, next := list);
      INC(n);
    END;
  EXCEPT
  | SpinException.Exception (info) =>
      list := NIL;
      IO.Put("hog: " & info.msg & " after " & Fmt.Int(n) & " pieces\n");
  END;
END Hog.
