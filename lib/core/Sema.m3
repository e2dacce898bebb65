MODULE Sema;

IMPORT Strand, StrandNative, Word;

TYPE
  Waiter = REF RECORD
    strand: Strand.T;
    granted: BOOLEAN := FALSE;
    next: Waiter := NIL;
  END;

REVEAL
  T = BRANDED "Sema.T" OBJECT
    lock: MUTEX;
    number: Word.T;
    count: CARDINAL;
    first, last: Waiter := NIL;
  END;

VAR
  lock := NEW(MUTEX);
  made: Word.T := 0;

PROCEDURE Alloc(initval: INTEGER := 0): T =
  VAR sema := NEW(T, lock := NEW(MUTEX), count := initval);
  BEGIN
    LOCK lock DO
      INC(made);
      sema.number := made;
    END;
    RETURN sema;
  END Alloc;

PROCEDURE Dealloc(sema: T) RAISES {InUse} =
  BEGIN
    LOCK sema.lock DO
      IF InUseNow(sema) THEN RAISE InUse END;
    END;
  END Dealloc;

PROCEDURE Reset(sema: T; val: INTEGER := 0) RAISES {InUse} =
  BEGIN
    LOCK sema.lock DO
      IF InUseNow(sema) THEN RAISE InUse END;
      sema.count := val;
    END;
  END Reset;

PROCEDURE P(sema: T) =
  VAR waiter: Waiter := NIL;
  BEGIN
    LOCK sema.lock DO
      IF sema.count > 0 THEN DEC(sema.count); RETURN END;
      waiter := NEW(Waiter, strand := Strand.GetCurrent());
      IF sema.last = NIL THEN sema.first := waiter ELSE sema.last.next := waiter END;
      sema.last := waiter;
    END;
    (* Others may unblock this strand for reasons of their own. *)
    WHILE NOT waiter.granted DO
      StrandNative.WaitsFor(sema);
      Strand.Block(waiter.strand);
    END;
  END P;

PROCEDURE V(sema: T) =
  BEGIN
    LOCK sema.lock DO
      IF InUseNow(sema) THEN Grant(sema) ELSE INC(sema.count) END;
    END;
  END V;

PROCEDURE Broadcast(sema: T) =
  BEGIN
    LOCK sema.lock DO
      WHILE InUseNow(sema) DO Grant(sema) END;
    END;
  END Broadcast;

PROCEDURE VThread(sema: T; s: Strand.T) =
  VAR
    w := sema.first;
    before: Waiter := NIL;
  BEGIN
    LOCK sema.lock DO
      w := sema.first;
      WHILE w # NIL AND w.strand # s DO before := w; w := w.next END;
      IF w = NIL THEN RETURN END;
      IF before = NIL THEN sema.first := w.next ELSE before.next := w.next END;
      IF w = sema.last THEN sema.last := before END;
      w.granted := TRUE;
      Strand.Unblock(s);
    END;
  END VThread;

(* Does a strand wait that can still go on? Those that were terminated while they waited are dropped. Under the lock. *)
PROCEDURE InUseNow(sema: T): BOOLEAN =
  BEGIN
    WHILE sema.first # NIL AND NOT StrandNative.Lives(sema.first.strand) DO sema.first := sema.first.next END;
    IF sema.first = NIL THEN sema.last := NIL END;
    RETURN sema.first # NIL;
  END InUseNow;

(* Under the lock. *)
PROCEDURE Grant(sema: T) =
  VAR w := sema.first;
  BEGIN
    sema.first := w.next;
    IF sema.first = NIL THEN sema.last := NIL END;
    w.granted := TRUE;
    Strand.Unblock(w.strand);
  END Grant;

PROCEDURE Equal(a, b: T): BOOLEAN =
  BEGIN
    RETURN a = b;
  END Equal;

PROCEDURE Hash(a: T): Word.T =
  BEGIN
    RETURN a.number;
  END Hash;

BEGIN
END Sema.
