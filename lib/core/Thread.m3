MODULE Thread;

IMPORT SpinException, ThreadNative;

REVEAL
  T = BRANDED "Thread.T" OBJECT
    strand: INTEGER := 0;
    closure: Closure := NIL;
    result: REFANY := NIL;
    joined := FALSE;
  END;

  Condition = BRANDED "Thread.Condition" OBJECT END;

VAR defaultStackSize: CARDINAL := 65536;

PROCEDURE Run(thread: REFANY) =
  VAR t := NARROW(thread, T);
  BEGIN
    t.result := t.closure.apply();
    t.closure := NIL;
  END Run;

PROCEDURE Fork(cl: Closure): T =
  VAR t := NEW(T, closure := cl);
  BEGIN
    (* Here rather than in the new thread: the mistake is the caller's. *)
    IF cl = NIL THEN
      RAISE SpinException.Exception(SpinException.ExceptionInfo{
        SpinException.ExceptionCode.AttemptToDereferenceNIL, "Thread.Fork of NIL"});
    END;
    t.strand := ThreadNative.Start(Run, t);
    RETURN t;
  END Fork;

PROCEDURE ClaimJoin(t: T) =
  BEGIN
    IF t.joined THEN
      RAISE SpinException.Exception(SpinException.ExceptionInfo{
        SpinException.ExceptionCode.ProtectionFault, "Thread.Join of a thread that was joined before"});
    END;
    t.joined := TRUE;
  END ClaimJoin;

PROCEDURE Join(t: T): REFANY =
  BEGIN
    ClaimJoin(t);
    EVAL ThreadNative.AwaitEnd(t.strand, FALSE);
    RETURN t.result;
  END Join;

PROCEDURE AlertJoin(t: T): REFANY RAISES {Alerted} =
  BEGIN
    ClaimJoin(t);
    IF ThreadNative.AwaitEnd(t.strand, TRUE) THEN t.joined := FALSE; RAISE Alerted END;
    RETURN t.result;
  END AlertJoin;

PROCEDURE Wait(m: Mutex; c: Condition) =
  BEGIN
    EVAL ThreadNative.WaitAt(m, c, FALSE);
    Acquire(m);
  END Wait;

PROCEDURE AlertWait(m: Mutex; c: Condition) RAISES {Alerted} =
  VAR alerted := ThreadNative.WaitAt(m, c, TRUE);
  BEGIN
    Acquire(m);
    IF alerted THEN RAISE Alerted END;
  END AlertWait;

PROCEDURE Signal(c: Condition) =
  BEGIN
    ThreadNative.Wake(c, FALSE);
  END Signal;

PROCEDURE Broadcast(c: Condition) =
  BEGIN
    ThreadNative.Wake(c, TRUE);
  END Broadcast;

PROCEDURE Pause(n: LONGREAL) =
  BEGIN
    EVAL ThreadNative.Sleep(n, FALSE);
  END Pause;

PROCEDURE AlertPause(n: LONGREAL) RAISES {Alerted} =
  BEGIN
    IF ThreadNative.Sleep(n, TRUE) THEN RAISE Alerted END;
  END AlertPause;

PROCEDURE Self(): T =
  VAR
    object := ThreadNative.Object();
    t: T;
  BEGIN
    IF object # NIL THEN RETURN NARROW(object, T) END;
    t := NEW(T, strand := ThreadNative.Current());
    ThreadNative.SetObject(t);
    RETURN t;
  END Self;

PROCEDURE Alert(t: T) =
  BEGIN
    ThreadNative.Alert(t.strand);
  END Alert;

PROCEDURE TestAlert(): BOOLEAN =
  BEGIN
    RETURN ThreadNative.TestAlert();
  END TestAlert;

PROCEDURE Yield() =
  BEGIN
    ThreadNative.Yield();
  END Yield;

PROCEDURE GetDefaultStackSize(): CARDINAL =
  BEGIN
    RETURN defaultStackSize;
  END GetDefaultStackSize;

PROCEDURE MinDefaultStackSize(min: CARDINAL) =
  BEGIN
    defaultStackSize := MAX(defaultStackSize, min);
  END MinDefaultStackSize;

PROCEDURE IncDefaultStackSize(inc: CARDINAL) =
  BEGIN
    INC(defaultStackSize, inc);
  END IncDefaultStackSize;

BEGIN
END Thread.
