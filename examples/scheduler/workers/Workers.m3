MODULE Workers EXPORTS Main;

IMPORT Fmt, IO, Sema, Strand, Stride;

TYPE
  Worker = Strand.T OBJECT
    name: TEXT;
    rounds: CARDINAL := 0;
  OVERRIDES
    run := Work;
  END;

VAR
  stop := FALSE;
  done := Sema.Alloc();
  workers: ARRAY [0..2] OF Worker;

PROCEDURE Work(self: Worker) =
  VAR n: CARDINAL;
  BEGIN
    REPEAT
      n := 0;
      WHILE n < 10000 DO INC(n) END;
      INC(self.rounds);
    UNTIL stop;
    Sema.V(done);
  END Work;

PROCEDURE Share(n, of: CARDINAL): TEXT =
  BEGIN
    RETURN Fmt.Int((100 * n + of DIV 2) DIV of) & " %";
  END Share;

VAR all: CARDINAL := 0;

BEGIN
  FOR i := FIRST(workers) TO LAST(workers) DO
    workers[i] := NEW(Worker, name := Fmt.Char(VAL(ORD('A') + i, CHAR)));
  END;
  Stride.Add(workers[0], 10);
  Stride.Add(workers[1], 20);
  Stride.Add(workers[2], 70);
  Stride.Start();
  WHILE Stride.Turns(workers[2]) < 70 DO Strand.Yield() END;
  stop := TRUE;
  FOR i := FIRST(workers) TO LAST(workers) DO INC(all, workers[i].rounds) END;
  FOR i := FIRST(workers) TO LAST(workers) DO
    IO.Put(workers[i].name & " has had " & Share(workers[i].rounds, all) & " of the work done\n");
  END;
  FOR i := FIRST(workers) TO LAST(workers) DO Sema.P(done) END;
  IO.Put("all have ended\n");
END Workers.
