INTERFACE StrandNative;

(* What the kernel does for modules that let strands wait. *)

IMPORT Strand;

<*EXTERNAL*>
PROCEDURE WaitsFor(what: REFANY);
(* The calling strand is about to block, because of that object: for reports of deadlocks. *)

<*EXTERNAL*>
PROCEDURE Block(s: Strand.T): BOOLEAN;
(* "Strand.Block" for another strand than the caller. TRUE if it is the caller, which must "Wait" then. *)

<*EXTERNAL*>
PROCEDURE Wait();
(* "Strand.Block" for the caller. *)

<*EXTERNAL*>
PROCEDURE Lives(s: Strand.T): BOOLEAN;
(* Has it neither ended nor been terminated? *)

<*EXTERNAL*>
PROCEDURE TryLock(m: MUTEX): BOOLEAN;

END StrandNative.
