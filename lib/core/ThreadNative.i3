INTERFACE ThreadNative;

(* What the kernel does for "Thread": strands by number, and waiting. "place" is any object that threads wait at.
   A BOOLEAN result of something that waits tells that the thread was alerted; it is not any more. *)

TYPE Entry = PROCEDURE (thread: REFANY);

<*EXTERNAL*>
PROCEDURE Start(run: Entry; thread: REFANY): INTEGER;
(* A strand that runs "run(thread)"; its number. *)

<*EXTERNAL*>
PROCEDURE Current(): INTEGER;

<*EXTERNAL*>
PROCEDURE Object(): REFANY;
(* What was given to "Start" for the current strand, or to "SetObject". *)

<*EXTERNAL*>
PROCEDURE SetObject(thread: REFANY);

<*EXTERNAL*>
PROCEDURE AwaitEnd(strand: INTEGER; alertable: BOOLEAN): BOOLEAN;

<*EXTERNAL*>
PROCEDURE WaitAt(m: MUTEX; place: REFANY; alertable: BOOLEAN): BOOLEAN;
(* Release "m" and wait. *)

<*EXTERNAL*>
PROCEDURE Wake(place: REFANY; all: BOOLEAN);

<*EXTERNAL*>
PROCEDURE Sleep(seconds: LONGREAL; alertable: BOOLEAN): BOOLEAN;

<*EXTERNAL*>
PROCEDURE Alert(strand: INTEGER);

<*EXTERNAL*>
PROCEDURE TestAlert(): BOOLEAN;

<*EXTERNAL*>
PROCEDURE Yield();

END ThreadNative.
