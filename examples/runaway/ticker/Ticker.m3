MODULE Ticker EXPORTS Main;

IMPORT Clock, Counter, Fmt, IO;

BEGIN
  Clock.Run(3);
  IO.Put("the counter has seen " & Fmt.Int(Counter.Ticks()) & " ticks\n");
END Ticker.
