MODULE Spinner EXPORTS Main;

IMPORT Thread;

TYPE Endless = Thread.Closure OBJECT OVERRIDES apply := Spin END;

PROCEDURE Spin(<*UNUSED*> self: Endless): REFANY =
  VAR n := 0;
  BEGIN
    LOOP INC(n) END;
  END Spin;

BEGIN
  FOR i := 1 TO 10 DO EVAL Thread.Fork(NEW(Endless)) END;
END Spinner.
