INTERFACE Thread;

(* What of threads exists so far: mutual exclusion, and the exception by which a waiting thread learns that it was alerted.
   Forking, conditions and alerts belong to the kernel's strand services. *)

TYPE Mutex = MUTEX;

EXCEPTION Alerted;

<*EXTERNAL*>
PROCEDURE Acquire(m: Mutex);
(* Wait until no strand holds "m", then hold it. Holding it already is a checked run-time error. *)

<*EXTERNAL*>
PROCEDURE Release(m: Mutex);
(* Give up "m", which the strand must hold. *)

END Thread.
