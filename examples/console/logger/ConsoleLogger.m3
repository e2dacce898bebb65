MODULE ConsoleLogger;

IMPORT Console, Dispatcher, Fmt, IO;

VAR count := 0;

PROCEDURE Log(<*UNUSED*> t: Console.T; msg: TEXT) =
  BEGIN
    INC(count);
    IO.Put("logger: write " & Fmt.Int(count) & ": \"" & msg & "\"\n");
  END Log;

BEGIN
  TRY
    EVAL Dispatcher.InstallHandler(Console.Write, NIL, Log);
  EXCEPT
  | Dispatcher.Error => IO.Put("logger: cannot install\n");
  END;
END ConsoleLogger.
