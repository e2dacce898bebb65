INTERFACE Strand;

(* A strand is a thread of control as the scheduler sees it. The processor goes to the most important strand that is runnable; of equals the domains take
   turns, and within a domain its strands. A strand is interrupted when its turn is over, or when a more important one becomes runnable.

   Abstract state of a strand "s":
     "state(s)"    new, alive or ended;
     "stopped(s)"  whether it is kept from the processor by "Stop";
     "blocked(s)"  whether it is kept from it by "Block";
     "early(s)"    whether it was unblocked while it was not blocked.
   It is runnable if it is alive, neither stopped nor blocked, and waits for nothing else (a mutex, a condition, the clock, a device).

   Thread packages and schedulers of applications are extensions that handle the events below and use "Stop" and "Run". *)

IMPORT Word;

CONST
  Brand = "Strand";
  defPriority = 1000;

TYPE
  PriorityT = [-2..10000];

  T <: Public;
  Public = OBJECT METHODS
    run();
    (* What the strand does. The default does nothing. *)
  END;

<*EXTERNAL*>
EPHEMERAL PROCEDURE Run(s: T);
(* If "s" is new it is alive from now on, executes "s.run()" and then ends; the domain that made the object is charged for it. "s" is not stopped any more.
   "Quota.Exceeded" if the domain may not have another strand. *)

<*EXTERNAL*>
EPHEMERAL PROCEDURE Stop(s: T): BOOLEAN;
(* "s" is stopped; if it is the caller, or runs a handler's outer part, from its next interruption on. FALSE if it was stopped before, or is not alive. *)

<*EXTERNAL*>
PROCEDURE Yield();
(* Let others have their turn. *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE GetCurrent(): T;
(* The strand that executes this; always the same object as long as anybody has it. NIL in a handler that the scheduler itself called. *)

(* Events. Whoever handles them is EPHEMERAL, and a handler that the scheduler calls must be done after a few ten thousand steps; then it is terminated.
   Install handlers of "Block" with "Dispatcher.Opt.First": after the procedure itself they would come when "s" goes on. *)

PROCEDURE Block(s: T);
(* "s" is blocked. If it is the caller it waits here, unless "early(s)": then it goes on, and "early(s)" is FALSE.
   The scheduler raises this, too, when a strand begins to wait for something, or has ended; "s" is then not blocked. *)

<*EXTERNAL*>
EPHEMERAL PROCEDURE Unblock(s: T);
(* If "s" is blocked it is so no more, else "early(s)". So no wake-up is lost.
   The scheduler raises this, too, when a strand waits no longer for something; "early(s)" then stays. *)

PROCEDURE Checkpoint(s: T);
(* "s" has lost the processor, whatever the reason. Raised by the scheduler, before anybody else gets it. *)

PROCEDURE Resume(s: T);
(* "s" is about to get the processor. Raised by the scheduler. *)

PROCEDURE Equal(a, b: T): BOOLEAN;
PROCEDURE Hash(a: T): Word.T;

END Strand.
