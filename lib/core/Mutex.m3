MODULE Mutex;

IMPORT StrandNative;

PROCEDURE TryLock(mu: MUTEX): BOOLEAN =
  BEGIN
    RETURN StrandNative.TryLock(mu);
  END TryLock;

BEGIN
END Mutex.
