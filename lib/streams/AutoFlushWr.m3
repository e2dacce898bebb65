MODULE AutoFlushWr;

IMPORT AtomList, Thread, Time, Wr, WrClass;
FROM Thread IMPORT Alerted;
FROM Wr IMPORT Failure;

CONST
  Size = 512;
  Soon = 0.1D0;  (* a person at a terminal does not see it *)

REVEAL
  T = Public BRANDED "AutoFlushWr.T" OBJECT
      mutex: MUTEX;
      (* Below are protected by "mutex", as are "lo" and "st"; writing into the window is not, so whoever else holds the mutex leaves
         them alone: he only lowers "hi", so that the next character comes here. *)
      child: Wr.T;
      sent: CARDINAL := 0;     (* what precedes is with "child" *)
      delay: Time.T;
      waiting := FALSE;        (* a thread is about to flush *)
      failed := FALSE;
      failure: AtomList.T;     (* what that thread was told *)
    OVERRIDES
      init := Init;
      seek := Seek;
      putString := PutString;
      flush := Flush;
      close := Close;
    END;

TYPE Flusher = Thread.Closure OBJECT wr: T OVERRIDES apply := FlushLater END;

PROCEDURE Init(wr: T; ch: Wr.T; p: Time.T): T =
  BEGIN
    wr.mutex := NEW(MUTEX);
    wr.child := ch;
    IF p < 0.0D0 THEN wr.delay := Soon ELSE wr.delay := p END;
    wr.buff := NEW(REF ARRAY OF CHAR, Size);
    wr.st := 0;
    wr.lo := 0;
    wr.cur := 0;
    wr.hi := 0;
    wr.sent := 0;
    wr.closed := FALSE;
    wr.seekable := FALSE;
    wr.buffered := TRUE;
    RETURN wr;
  END Init;

(* Holding the mutex. *)
PROCEDURE Send(wr: T) RAISES {Failure, Alerted} =
  BEGIN
    IF wr.failed THEN wr.failed := FALSE; RAISE Failure(wr.failure) END;
    WITH n = wr.cur - wr.sent DO
      Wr.PutString(wr.child, SUBARRAY(wr.buff^, wr.st + wr.sent - wr.lo, n));
      INC(wr.sent, n);
    END;
  END Send;

PROCEDURE Seek(wr: T; n: CARDINAL) RAISES {Failure, Alerted} =
  BEGIN
    LOCK wr.mutex DO
      IF n = wr.lo + Size THEN
        Send(wr);
        wr.lo := n;
      END;
      wr.hi := wr.lo + Size;
      FlushSoon(wr);
    END;
  END Seek;

PROCEDURE PutString(wr: T; READONLY a: ARRAY OF CHAR) RAISES {Failure, Alerted} =
  BEGIN
    LOCK wr.mutex DO
      Send(wr);
      Wr.PutString(wr.child, a);
      INC(wr.cur, NUMBER(a));
      wr.sent := wr.cur;
      wr.lo := wr.cur;
      wr.hi := wr.cur;
      FlushSoon(wr);
    END;
  END PutString;

(* A thread for each time that there is something to flush: a program can end while nothing is written. *)
PROCEDURE FlushSoon(wr: T) =
  BEGIN
    IF NOT wr.waiting THEN
      wr.waiting := TRUE;
      EVAL Thread.Fork(NEW(Flusher, wr := wr));
    END;
  END FlushSoon;

PROCEDURE FlushLater(self: Flusher): REFANY =
  BEGIN
    WITH wr = self.wr DO
      Thread.Pause(wr.delay);
      LOCK wr.mutex DO
        wr.waiting := FALSE;
        IF NOT wr.closed AND NOT wr.failed THEN
          wr.hi := wr.cur;
          TRY
            Send(wr);
            Wr.Flush(wr.child);
          EXCEPT
          | Failure(why) => wr.failed := TRUE; wr.failure := why;
          | Alerted => (* nobody knows this thread *)
          END;
        END;
      END;
    END;
    RETURN NIL;
  END FlushLater;

PROCEDURE Flush(wr: T) RAISES {Failure, Alerted} =
  BEGIN
    LOCK wr.mutex DO
      Send(wr);
      Wr.Flush(wr.child);
    END;
  END Flush;

PROCEDURE Close(wr: T) RAISES {Failure, Alerted} =
  BEGIN
    LOCK wr.mutex DO
      wr.closed := TRUE;
      Wr.Close(wr.child);
    END;
  END Close;

BEGIN
END AutoFlushWr.
