MODULE ReaderWriterLock;

IMPORT Thread;

REVEAL
  T = BRANDED "ReaderWriterLock.T" OBJECT
    lock: MUTEX;
    changed: Thread.Condition;
    readers, waitingWriters: CARDINAL := 0;
    writing := FALSE;
  END;

PROCEDURE Allocate(): T =
  BEGIN
    RETURN NEW(T, lock := NEW(MUTEX), changed := NEW(Thread.Condition));
  END Allocate;

PROCEDURE ReaderLock(rwl: T) =
  BEGIN
    LOCK rwl.lock DO
      WHILE rwl.writing OR rwl.waitingWriters > 0 DO Thread.Wait(rwl.lock, rwl.changed) END;
      INC(rwl.readers);
    END;
  END ReaderLock;

PROCEDURE ReaderTryLock(rwl: T): BOOLEAN =
  BEGIN
    LOCK rwl.lock DO
      IF rwl.writing OR rwl.waitingWriters > 0 THEN RETURN FALSE END;
      INC(rwl.readers);
    END;
    RETURN TRUE;
  END ReaderTryLock;

PROCEDURE ReaderUnlock(rwl: T) =
  BEGIN
    LOCK rwl.lock DO
      <*ASSERT rwl.readers > 0*>
      DEC(rwl.readers);
      IF rwl.readers = 0 THEN Thread.Broadcast(rwl.changed) END;
    END;
  END ReaderUnlock;

PROCEDURE WriterLock(rwl: T) =
  BEGIN
    LOCK rwl.lock DO
      INC(rwl.waitingWriters);
      TRY
        WHILE rwl.writing OR rwl.readers > 0 DO Thread.Wait(rwl.lock, rwl.changed) END;
      FINALLY
        DEC(rwl.waitingWriters);
      END;
      rwl.writing := TRUE;
    END;
  END WriterLock;

PROCEDURE WriterTryLock(rwl: T): BOOLEAN =
  BEGIN
    LOCK rwl.lock DO
      IF rwl.writing OR rwl.readers > 0 THEN RETURN FALSE END;
      rwl.writing := TRUE;
    END;
    RETURN TRUE;
  END WriterTryLock;

PROCEDURE WriterUnlock(rwl: T) =
  BEGIN
    LOCK rwl.lock DO
      <*ASSERT rwl.writing*>
      rwl.writing := FALSE;
      Thread.Broadcast(rwl.changed);
    END;
  END WriterUnlock;

BEGIN
END ReaderWriterLock.
