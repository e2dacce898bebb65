MODULE Plugin;

IMPORT Dispatcher, Fmt, Host, IO, Quota;

VAR seen := 0;

PROCEDURE Seen(): INTEGER =
  BEGIN
    RETURN seen;
  END Seen;

PROCEDURE Count(n: INTEGER) =
  BEGIN
    INC(seen);
    IO.Put("  plugin: tick " & Fmt.Int(n) & ", my number " & Fmt.Int(Seen()) & "\n");
  END Count;

PROCEDURE Nothing(<*UNUSED*> n: INTEGER) =
  BEGIN
  END Nothing;

<*FATAL Dispatcher.Error*>
BEGIN
  EVAL Dispatcher.InstallHandler(Host.Tick, NIL, Count);
  TRY
    LOOP EVAL Dispatcher.InstallHandler(Host.Tick, NIL, Nothing) END;
  EXCEPT
  | Quota.Exceeded (why) => IO.Put("  plugin: " & why & "\n");
  END;
END Plugin.
