MODULE Forker EXPORTS Main;

IMPORT Fmt, IO, Quota, Thread;

TYPE Idler = Thread.Closure OBJECT OVERRIDES apply := Idle END;

PROCEDURE Idle(<*UNUSED*> self: Idler): REFANY =
  BEGIN
    Thread.Pause(0.5D0);
    RETURN NIL;
  END Idle;

VAR n := 0;

BEGIN
  TRY
    LOOP
      EVAL Thread.Fork(NEW(Idler));
      INC(n);
    END;
  EXCEPT
  | Quota.Exceeded (why) => IO.Put("forker: after " & Fmt.Int(n) & ": " & why & "\n");
  END;
END Forker.
