INTERFACE Thread;

(* Threads of control that share memory. They are strands of the kernel, scheduled in turns, and may be interrupted between
   any two operations; "LOCK" and conditions keep them out of each other's way.

   Abstract state of a thread "t": running or ended; its result, once it has ended; whether it is alerted.
   State of a mutex: free, or held by a thread. State of a condition: the threads that wait for it, in order.

   To pass NIL for a closure, a thread, a mutex or a condition is a checked run-time error. *)

TYPE
  T <: ROOT;
  Mutex = MUTEX;
  Condition <: ROOT;

  Closure = OBJECT METHODS
    apply(): REFANY;
  END;

  SizedClosure = Closure OBJECT
    stackSize: CARDINAL := 0;    (* accepted; stacks are the kernel's affair *)
  END;

EXCEPTION Alerted;

PROCEDURE Fork(cl: Closure): T;
(* A new thread that runs "cl.apply()". Its result is what that returns. *)

PROCEDURE Join(t: T): REFANY;
(* Wait until "t" has ended; its result, NIL if it ended in an exception. Joining a thread twice is a checked run-time error. *)

PROCEDURE AlertJoin(t: T): REFANY RAISES {Alerted};
(* Like "Join", but if the thread is, or comes to be, alerted it stops waiting, is not alerted any more, and "Alerted" is raised; "t" may still be joined then. *)

<*EXTERNAL*>
PROCEDURE Acquire(m: Mutex);
(* Wait until no thread holds "m", then hold it. Holding it already is a checked run-time error. *)

<*EXTERNAL*>
PROCEDURE Release(m: Mutex);
(* Give up "m", which the calling thread must hold. *)

PROCEDURE Wait(m: Mutex; c: Condition);
(* Give up "m", which the calling thread must hold, and wait for "c", both at once; then acquire "m" again. *)

PROCEDURE AlertWait(m: Mutex; c: Condition) RAISES {Alerted};
(* Like "Wait", but if the thread is, or comes to be, alerted it stops waiting, acquires "m", is not alerted any more, and "Alerted" is raised. *)

PROCEDURE Signal(c: Condition);
(* The thread that has waited for "c" longest waits no more. *)

PROCEDURE Broadcast(c: Condition);
(* All threads that wait for "c" wait no more. *)

PROCEDURE Pause(n: LONGREAL);
(* Wait "n" seconds. *)

PROCEDURE AlertPause(n: LONGREAL) RAISES {Alerted};
(* Like "Pause", but if the thread is, or comes to be, alerted it stops waiting, is not alerted any more, and "Alerted" is raised. *)

PROCEDURE Self(): T;

PROCEDURE Alert(t: T);
(* "t" is alerted. *)

PROCEDURE TestAlert(): BOOLEAN;
(* Was the calling thread alerted? It is not any more. *)

PROCEDURE Yield();
(* Let other threads run. *)

PROCEDURE GetDefaultStackSize(): CARDINAL;
PROCEDURE MinDefaultStackSize(min: CARDINAL);
PROCEDURE IncDefaultStackSize(inc: CARDINAL);
(* A number that is remembered and has no other effect: stacks are the kernel's affair. *)

END Thread.
