INTERFACE Mutex;

(* What there is besides LOCK, "Thread.Acquire" and "Thread.Release". *)

PROCEDURE TryLock(mu: MUTEX): BOOLEAN;
(* If no strand holds "mu", acquire it; whether that was so. *)

END Mutex.
