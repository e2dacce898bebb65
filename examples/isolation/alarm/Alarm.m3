MODULE Alarm;

IMPORT Dispatcher, Fmt, IO;

<*FATAL Dispatcher.Error*>

PROCEDURE Sound(level: INTEGER) =
  BEGIN
    IO.Put("alarm " & Fmt.Int(level) & "\n");
  END Sound;

PROCEDURE Isolate(on: BOOLEAN) =
  BEGIN
    Dispatcher.SetIsolation(Sound, on, THIS_MODULE());
  END Isolate;

BEGIN
END Alarm.
