MODULE Listeners EXPORTS Main;

IMPORT Alarm, Dispatcher, Fmt, IO, SpinException;

<*FATAL Dispatcher.Error*>

PROCEDURE Careless(level: INTEGER) =
  BEGIN
    IO.Put("  careless: " & Fmt.Int(100 DIV (level - 2)) & "\n");
  END Careless;

PROCEDURE Careful(level: INTEGER) =
  BEGIN
    IO.Put("  careful: " & Fmt.Int(level) & "\n");
  END Careful;

PROCEDURE SoundAll() =
  BEGIN
    FOR level := 1 TO 3 DO
      TRY
        Alarm.Sound(level);
      EXCEPT
      | SpinException.Exception(e) => IO.Put("  it reached the raiser: " & SpinException.CodeName(e.code) & "\n");
      END;
    END;
  END SoundAll;

VAR careless := Dispatcher.InstallHandler(Alarm.Sound, NIL, Careless);

BEGIN
  EVAL Dispatcher.InstallHandler(Alarm.Sound, NIL, Careful);
  SoundAll();
  IO.Put("isolated\n");
  Alarm.Isolate(TRUE);
  SoundAll();
  IO.Put("failures: " & Fmt.Int(Dispatcher.GetStatistics(careless).failures) & "\n");
END Listeners.
