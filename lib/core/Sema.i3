INTERFACE Sema;

(* Counting semaphores. Abstract state of "sema": "count(sema)", not negative; the strands that wait for it, in order. *)

IMPORT Strand, Word;

TYPE T <: REFANY;

EXCEPTION InUse;

CONST Brand = "Semaphores";

PROCEDURE Alloc(initval: INTEGER := 0): T;
(* A semaphore with that count, which must not be negative. *)

PROCEDURE Dealloc(sema: T) RAISES {InUse};
(* "InUse" if a strand waits for it. There is nothing else to be done: it goes when nobody refers to it. *)

PROCEDURE Reset(sema: T; val: INTEGER := 0) RAISES {InUse};
(* Its count is "val". "InUse" if a strand waits for it. *)

PROCEDURE P(sema: T);
(* Wait until the count is not 0, then lower it by one. *)

PROCEDURE V(sema: T);
(* If strands wait, the one that has waited longest waits no more; else raise the count by one. *)

PROCEDURE Broadcast(sema: T);
(* All strands that wait wait no more; the count stays. *)

PROCEDURE VThread(sema: T; s: Strand.T);
(* Like "V", but it is "s" that waits no more. If "s" does not wait for "sema", nothing happens. *)

PROCEDURE Equal(a, b: T): BOOLEAN;
PROCEDURE Hash(a: T): Word.T;

END Sema.
