MODULE Strands;

IMPORT Sema, Strand, Thread;

TYPE
  Nothing = Thread.Closure OBJECT OVERRIDES apply := DoNothing END;
  Ponger = Strand.T OBJECT n: INTEGER; other: Strand.T OVERRIDES run := Pong END;
  Poster = Strand.T OBJECT n: INTEGER OVERRIDES run := Post END;
  Spinner = Strand.T OBJECT OVERRIDES run := DoSpin END;
  Waiter = Strand.T OBJECT OVERRIDES run := DoWait END;

VAR
  there, back: Sema.T;
  sink := 0;

PROCEDURE DoNothing(<*UNUSED*> self: Nothing): REFANY =
  BEGIN
    RETURN NIL;
  END DoNothing;

PROCEDURE ForkJoin(n: INTEGER): INTEGER =
  VAR nothing := NEW(Nothing);
  BEGIN
    FOR i := 1 TO n DO EVAL Thread.Join(Thread.Fork(nothing)) END;
    RETURN n;
  END ForkJoin;

PROCEDURE Pong(self: Ponger) =
  BEGIN
    FOR i := 1 TO self.n DO
      Strand.Block(self);
      Strand.Unblock(self.other);
    END;
  END Pong;

PROCEDURE PingPong(n: INTEGER): INTEGER =
  VAR
    me := Strand.GetCurrent();
    ponger := NEW(Ponger, n := n, other := me);
  BEGIN
    Strand.Run(ponger);
    FOR i := 1 TO n DO
      Strand.Unblock(ponger);
      Strand.Block(me);
    END;
    RETURN n;
  END PingPong;

PROCEDURE Post(self: Poster) =
  BEGIN
    FOR i := 1 TO self.n DO
      Sema.P(there);
      Sema.V(back);
    END;
  END Post;

PROCEDURE Semaphores(n: INTEGER): INTEGER =
  BEGIN
    there := Sema.Alloc();
    back := Sema.Alloc();
    Strand.Run(NEW(Poster, n := n));
    FOR i := 1 TO n DO
      Sema.V(there);
      Sema.P(back);
    END;
    RETURN n;
  END Semaphores;

PROCEDURE Work(n: INTEGER): INTEGER =
  VAR x := 0;
  BEGIN
    FOR i := 1 TO n DO x := (7 * x + i) MOD 1001 END;
    RETURN x;
  END Work;

PROCEDURE DoSpin(<*UNUSED*> self: Spinner) =
  BEGIN
    LOOP INC(sink) END;
  END DoSpin;

PROCEDURE DoWait(self: Waiter) =
  BEGIN
    Strand.Block(self);
  END DoWait;

PROCEDURE Blocked(k: INTEGER) =
  BEGIN
    FOR i := 1 TO k DO Strand.Run(NEW(Waiter)) END;
  END Blocked;

PROCEDURE Spin(k: INTEGER) =
  BEGIN
    FOR i := 1 TO k DO Strand.Run(NEW(Spinner)) END;
  END Spin;

BEGIN
END Strands.
