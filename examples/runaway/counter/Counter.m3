MODULE Counter;

IMPORT Clock, Dispatcher, IO;

VAR ticks := 0;

EPHEMERAL PROCEDURE Count(<*UNUSED*> n: INTEGER) =
  BEGIN
    INC(ticks);
  END Count;

PROCEDURE Ticks(): INTEGER =
  BEGIN
    RETURN ticks;
  END Ticks;

BEGIN
  TRY
    EVAL Dispatcher.InstallHandler(Clock.Tick, NIL, Count, options := Dispatcher.Options{Dispatcher.Opt.Last});
    IO.Put("counter: installed\n");
  EXCEPT
  | Dispatcher.Error => IO.Put("counter: refused\n");
  END;
END Counter.
