MODULE RTProcess;

IMPORT Process, Tick, Word;

PROCEDURE RegisterExitor(p: PROCEDURE()) =
  BEGIN
    Process.RegisterExitor(p)
  END RegisterExitor;

PROCEDURE Exit(n: INTEGER) =
  VAR low := Word.And(n, 16_FFFFFFFF);
  BEGIN
    IF low > LAST(Process.ExitCode) THEN DEC(low, 16_100000000) END;
    Process.Exit(low)
  END Exit;

PROCEDURE Crash(msg: TEXT) =
  BEGIN
    Process.Crash(msg)
  END Crash;

PROCEDURE TimeUsed(): REAL =
  BEGIN
    RETURN FLOAT(Tick.ToSeconds(Tick.Now()), REAL)
  END TimeUsed;

BEGIN
END RTProcess.
