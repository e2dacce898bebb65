GENERIC MODULE PQueue(Priority, PQ, PQRep);

(* "PQ" is the interface that this module exports, "PQueue(Priority)"; "PQRep" is "PQueueRep(PQ)". *)

REVEAL
  PQ.Elt = OBJECT priority: Priority.T END BRANDED PQ.EltBrand OBJECT
      queue: Default := NIL;    (* the one it is in *)
      place: CARDINAL;          (* and where in its heap *)
    END;

  PQ.Default = PQRep.DefaultPub BRANDED PQ.DefaultBrand OBJECT
    OVERRIDES
      init := Init;
      fromArray := FromArray;
      pCompare := PCompare;
      insert := Insert;
      delete := Delete;
      size := Size;
      min := Min;
      deleteMin := DeleteMin;
      change := Change;
    END;

CONST MaxHint = 16_1000000;

PROCEDURE Init(pq: Default; sizeHint: CARDINAL): Default =
  BEGIN
    Leave(pq);
    pq.heap := NEW(PQRep.EltsArray, 1 + MAX(1, MIN(sizeHint, MaxHint)));
    RETURN pq;
  END Init;

(* What is in it is in no queue any more. *)
PROCEDURE Leave(pq: Default) =
  BEGIN
    FOR i := 1 TO pq.sz DO pq.heap[i].queue := NIL END;
    pq.sz := 0;
  END Leave;

PROCEDURE FromArray(pq: Default; READONLY e: ARRAY OF Elt): Default =
  BEGIN
    EVAL Init(pq, NUMBER(e));
    FOR i := 0 TO LAST(e) DO Add(pq, e[i]) END;
    FOR i := pq.sz DIV 2 TO 1 BY -1 DO Down(pq, pq.heap[i]) END;
    RETURN pq;
  END FromArray;

PROCEDURE PCompare(<*UNUSED*> pq: Default; READONLY p1, p2: Priority.T): [-1 .. 1] =
  BEGIN
    RETURN Priority.Compare(p1, p2);
  END PCompare;

PROCEDURE Less(pq: Default; a, b: Elt): BOOLEAN =
  BEGIN
    RETURN pq.pCompare(a.priority, b.priority) < 0;
  END Less;

PROCEDURE Place(pq: Default; elt: Elt; i: CARDINAL) =
  BEGIN
    pq.heap[i] := elt;
    elt.place := i;
  END Place;

(* At the end. *)
PROCEDURE Add(pq: Default; elt: Elt) =
  BEGIN
    <*ASSERT elt.queue = NIL WITH "the element is in a queue already"*>
    IF pq.sz = LAST(pq.heap^) THEN
      WITH heap = NEW(PQRep.EltsArray, 2 * NUMBER(pq.heap^)) DO
        SUBARRAY(heap^, 0, NUMBER(pq.heap^)) := pq.heap^;
        pq.heap := heap;
      END;
    END;
    elt.queue := pq;
    INC(pq.sz);
    Place(pq, elt, pq.sz);
  END Add;

(* Moves "elt" towards the root until its parent is not greater. *)
PROCEDURE Up(pq: Default; elt: Elt) =
  VAR i := elt.place;
  BEGIN
    WHILE i > 1 AND Less(pq, elt, pq.heap[i DIV 2]) DO
      Place(pq, pq.heap[i DIV 2], i);
      i := i DIV 2;
    END;
    Place(pq, elt, i);
  END Up;

(* Moves "elt" away from the root until its children are not less. *)
PROCEDURE Down(pq: Default; elt: Elt) =
  VAR
    i := elt.place;
    child: CARDINAL;
  BEGIN
    LOOP
      child := 2 * i;
      IF child > pq.sz THEN EXIT END;
      IF child < pq.sz AND Less(pq, pq.heap[child + 1], pq.heap[child]) THEN INC(child) END;
      IF NOT Less(pq, pq.heap[child], elt) THEN EXIT END;
      Place(pq, pq.heap[child], i);
      i := child;
    END;
    Place(pq, elt, i);
  END Down;

PROCEDURE Insert(pq: Default; READONLY elt: Elt) =
  BEGIN
    Add(pq, elt);
    Up(pq, elt);
  END Insert;

PROCEDURE Remove(pq: Default; elt: Elt) =
  VAR
    i := elt.place;
    last := pq.heap[pq.sz];
  BEGIN
    pq.heap[pq.sz] := NIL;
    DEC(pq.sz);
    elt.queue := NIL;
    IF last # elt THEN
      Place(pq, last, i);
      Up(pq, last);
      Down(pq, last);
    END;
  END Remove;

PROCEDURE Delete(pq: Default; elt: Elt) RAISES {NotInQueue} =
  BEGIN
    IF elt.queue # pq THEN RAISE NotInQueue END;
    Remove(pq, elt);
  END Delete;

PROCEDURE Size(pq: Default): CARDINAL =
  BEGIN
    RETURN pq.sz;
  END Size;

PROCEDURE Min(pq: Default): Elt RAISES {Empty} =
  BEGIN
    IF pq.sz = 0 THEN RAISE Empty END;
    RETURN pq.heap[1];
  END Min;

PROCEDURE DeleteMin(pq: Default): Elt RAISES {Empty} =
  VAR elt := Min(pq);
  BEGIN
    Remove(pq, elt);
    RETURN elt;
  END DeleteMin;

PROCEDURE Change(pq: Default; elt: Elt; newP: Priority.T) RAISES {NotInQueue} =
  BEGIN
    IF elt.queue # pq THEN RAISE NotInQueue END;
    elt.priority := newP;
    Up(pq, elt);
    Down(pq, elt);
  END Change;

BEGIN
END PQueue.
