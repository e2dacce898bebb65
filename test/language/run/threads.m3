(* Interface Thread: Fork, Join, conditions, alerts, and each misuse of them, an error of who misuses. *)
MODULE Main;
IMPORT IO, Fmt, SpinException, Thread;
VAR mu := NEW(MUTEX); cond := NEW(Thread.Condition); ready := FALSE; count := 0; noMutex: MUTEX; noCond: Thread.Condition; noThread: Thread.T; noClosure: Thread.Closure;

TYPE
  Job = Thread.Closure OBJECT kind: Kind; n := 0; t: Thread.T := NIL OVERRIDES apply := Apply END;
  Sized = Thread.SizedClosure OBJECT OVERRIDES apply := SizedApply END;
  Kind = {Count, Wait, AlertWait, AlertPause, AlertJoin, Self, Alerted, Handoff};

PROCEDURE Apply(self: Job): REFANY =
  BEGIN
    CASE self.kind OF
    | Kind.Count => FOR i := 1 TO self.n DO LOCK mu DO INC(count) END END
    | Kind.Wait => LOCK mu DO WHILE NOT ready DO Thread.Wait(mu, cond) END; INC(count) END
    | Kind.AlertWait => TRY LOCK mu DO Thread.AlertWait(mu, cond) END EXCEPT Thread.Alerted => LOCK mu DO IO.Put("wait alerted ") END END
    | Kind.AlertPause => TRY Thread.AlertPause(1.0d9) EXCEPT Thread.Alerted => IO.Put("pause alerted ") END
    | Kind.AlertJoin => TRY EVAL Thread.AlertJoin(self.t) EXCEPT Thread.Alerted => IO.Put("join alerted ") END
    | Kind.Self => IF Thread.Self() = Thread.Self() THEN IO.Put("self ") END; RETURN Thread.Self()
    | Kind.Alerted =>
        (* Alerted before it waits. *)
        Thread.Alert(Thread.Self());
        TRY LOCK mu DO Thread.AlertWait(mu, cond) END EXCEPT Thread.Alerted => IO.Put("at once ") END;
        IF NOT Thread.TestAlert() THEN IO.Put("cleared ") END;
        Thread.Alert(Thread.Self());
        TRY Thread.AlertPause(0.0d0) EXCEPT Thread.Alerted => IO.Put("no pause ") END;
    | Kind.Handoff => Thread.Acquire(mu); FOR i := 1 TO 3 DO Thread.Yield() END; Thread.Release(mu)
    END;
    RETURN self;
  END Apply;
PROCEDURE SizedApply(self: Sized): REFANY =
  VAR r := NEW(REF CARDINAL);
  BEGIN r^ := self.stackSize; RETURN r END SizedApply;

PROCEDURE Fork(kind: Kind; n := 0; t: Thread.T := NIL): Thread.T =
  BEGIN RETURN Thread.Fork(NEW(Job, kind := kind, n := n, t := t)) END Fork;

PROCEDURE Misuse(what: INTEGER) =
  VAR t: Thread.T; other := NEW(MUTEX);
  BEGIN
    CASE what OF
    | 0 => EVAL Thread.Fork(noClosure)
    | 1 => EVAL Thread.Join(noThread)
    | 2 => t := Fork(Kind.Count); EVAL Thread.Join(t); EVAL Thread.Join(t)
    | 3 => Thread.Acquire(noMutex)
    | 4 => Thread.Release(noMutex)
    | 5 => Thread.Release(other)
    | 6 => Thread.Acquire(other); Thread.Acquire(other)
    | 7 => LOCK other DO LOCK other DO END END
    | 8 => LOCK noMutex DO END
    | 9 => Thread.Wait(noMutex, cond)
    | 10 => LOCK other DO Thread.Wait(other, noCond) END
    | 11 => Thread.Wait(other, cond)
    | 12 => Thread.Signal(noCond)
    | 13 => Thread.Broadcast(noCond)
    | 14 => Thread.Alert(noThread)
    | 15 => t := Fork(Kind.Handoff); Thread.Yield(); Thread.Release(mu)
    | 16 => LOCK other DO Thread.Release(other) END
    | 17 => TRY EVAL Thread.AlertJoin(noThread) EXCEPT Thread.Alerted => END
    | 18 => TRY Thread.AlertWait(other, cond) EXCEPT Thread.Alerted => END
    ELSE END;
    IO.Put("nothing wrong");
  END Misuse;

VAR t: ARRAY [0 .. 4] OF Thread.T; size: CARDINAL;
BEGIN
  FOR i := 0 TO 4 DO t[i] := Fork(Kind.Count, 1000 * (i + 1)) END;
  FOR i := 0 TO 4 DO IF NARROW(Thread.Join(t[i]), Job).n # 1000 * (i + 1) THEN IO.Put("wrong result ") END END;
  IO.Put(Fmt.Int(count) & "\n");

  count := 0;
  FOR i := 0 TO 4 DO t[i] := Fork(Kind.Wait) END;
  Thread.Pause(0.01d0); LOCK mu DO ready := TRUE END; Thread.Broadcast(cond);
  FOR i := 0 TO 4 DO EVAL Thread.Join(t[i]) END;
  IO.Put(Fmt.Int(count) & "\n");

  t[0] := Fork(Kind.AlertWait); t[1] := Fork(Kind.AlertPause); t[2] := Fork(Kind.AlertJoin, 0, t[1]);
  Thread.Pause(0.01d0);
  Thread.Alert(t[0]); EVAL Thread.Join(t[0]); Thread.Alert(t[2]); EVAL Thread.Join(t[2]); Thread.Alert(t[1]); EVAL Thread.Join(t[1]);
  t[3] := Fork(Kind.Self); IF Thread.Join(t[3]) = t[3] THEN IO.Put("handle ") END;
  EVAL Thread.Join(Fork(Kind.Alerted)); Thread.Alert(t[3]); IO.Put("\n");

  size := Thread.GetDefaultStackSize(); Thread.IncDefaultStackSize(100); IO.Put(Fmt.Int(Thread.GetDefaultStackSize() - size));
  Thread.MinDefaultStackSize(0); IO.Put(" " & Fmt.Int(Thread.GetDefaultStackSize() - size));
  Thread.MinDefaultStackSize(size + 200); IO.Put(" " & Fmt.Int(Thread.GetDefaultStackSize() - size));
  IO.Put(" " & Fmt.Int(NARROW(Thread.Join(Thread.Fork(NEW(Sized, stackSize := 4096))), REF CARDINAL)^) & "\n");

  FOR what := 0 TO 18 DO
    TRY Misuse(what) EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code) & ": " & e.msg) END;
    IO.Put("\n");
  END;
END Main.
