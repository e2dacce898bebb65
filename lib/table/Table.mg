GENERIC MODULE Table(Key, Value);

(* Each bucket is a chain of pairs. Their number is a power of two; which bucket a key is in is told by the uppermost bits
   of its hash times a constant, so that keys like 8, 16, 24, ... spread as well as any. *)

IMPORT Word;

TYPE
  Pair = REF RECORD
    key: Key.T;
    value: Value.T;
    hash: Word.T;
    next: Pair;
  END;
  Buckets = REF ARRAY OF Pair;

REVEAL
  Default = T OBJECT
    METHODS
      init(sizeHint: CARDINAL := 0): Default;
      keyEqual(READONLY k1, k2: Key.T): BOOLEAN;
      keyHash(READONLY k: Key.T): Word.T;
    END BRANDED DefaultBrand OBJECT
      buckets: Buckets := NIL;
      shift: [0 .. Word.Size - 1];    (* what takes a mixed hash to the number of its bucket *)
      count: CARDINAL := 0;
    OVERRIDES
      init := Init;
      keyEqual := KeyEqual;
      keyHash := KeyHash;
      get := Get;
      put := Put;
      delete := Delete;
      size := Size;
      iterate := Iterate;
    END;

CONST
  Mix = 16_61C8864680B583EB;
  MinLog = 3;
  MaxLog = 24;
  (* A bucket has this many pairs on average when the table grows. *)
  Load = 2;

PROCEDURE Init(t: Default; sizeHint: CARDINAL): Default =
  VAR log := MinLog;
  BEGIN
    WHILE log < MaxLog AND Word.LeftShift(Load, log) < sizeHint DO INC(log) END;
    t.count := 0;
    SetBuckets(t, log);
    RETURN t;
  END Init;

PROCEDURE SetBuckets(t: Default; log: [MinLog .. MaxLog]) =
  BEGIN
    t.buckets := NEW(Buckets, Word.LeftShift(1, log));
    t.shift := Word.Size - log;
  END SetBuckets;

PROCEDURE Bucket(t: Default; hash: Word.T): CARDINAL =
  BEGIN
    RETURN Word.RightShift(Word.Times(hash, Mix), t.shift);
  END Bucket;

(* The pair of that key; NIL if there is none. *)
PROCEDURE Find(t: Default; READONLY k: Key.T; hash: Word.T): Pair =
  VAR p := t.buckets[Bucket(t, hash)];
  BEGIN
    WHILE p # NIL AND NOT (p.hash = hash AND t.keyEqual(p.key, k)) DO p := p.next END;
    RETURN p;
  END Find;

PROCEDURE Get(t: Default; READONLY k: Key.T; VAR v: Value.T): BOOLEAN =
  VAR p := Find(t, k, t.keyHash(k));
  BEGIN
    IF p = NIL THEN RETURN FALSE END;
    v := p.value;
    RETURN TRUE;
  END Get;

PROCEDURE Put(t: Default; READONLY k: Key.T; READONLY v: Value.T): BOOLEAN =
  VAR
    hash := t.keyHash(k);
    p := Find(t, k, hash);
  BEGIN
    IF p # NIL THEN
      p.value := v;
      RETURN TRUE;
    END;
    IF t.count >= Load * NUMBER(t.buckets^) THEN Grow(t) END;
    WITH b = t.buckets[Bucket(t, hash)] DO
      b := NEW(Pair, key := k, value := v, hash := hash, next := b);
    END;
    INC(t.count);
    RETURN FALSE;
  END Put;

PROCEDURE Grow(t: Default) =
  VAR
    old := t.buckets;
    log := Word.Size - t.shift;
    p, next: Pair;
  BEGIN
    IF log = MaxLog THEN RETURN END;
    SetBuckets(t, log + 1);
    FOR i := 0 TO LAST(old^) DO
      p := old[i];
      WHILE p # NIL DO
        next := p.next;
        WITH b = t.buckets[Bucket(t, p.hash)] DO
          p.next := b;
          b := p;
        END;
        p := next;
      END;
    END;
  END Grow;

PROCEDURE Delete(t: Default; READONLY k: Key.T; VAR v: Value.T): BOOLEAN =
  VAR
    hash := t.keyHash(k);
    b := Bucket(t, hash);
    p := t.buckets[b];
    before: Pair := NIL;
  BEGIN
    WHILE p # NIL AND NOT (p.hash = hash AND t.keyEqual(p.key, k)) DO
      before := p;
      p := p.next;
    END;
    IF p = NIL THEN RETURN FALSE END;
    v := p.value;
    (* It keeps its own link, for an iterator that stands on it. *)
    IF before = NIL THEN
      t.buckets[b] := p.next;
    ELSE
      before.next := p.next;
    END;
    DEC(t.count);
    RETURN TRUE;
  END Delete;

PROCEDURE Size(t: Default): CARDINAL =
  BEGIN
    RETURN t.count;
  END Size;

PROCEDURE KeyEqual(<*UNUSED*> t: Default; READONLY k1, k2: Key.T): BOOLEAN =
  BEGIN
    RETURN Key.Equal(k1, k2);
  END KeyEqual;

PROCEDURE KeyHash(<*UNUSED*> t: Default; READONLY k: Key.T): Word.T =
  BEGIN
    RETURN Key.Hash(k);
  END KeyHash;

TYPE
  DefaultIterator = Iterator OBJECT
      table: Default;
      buckets: Buckets;        (* those of the table when the iteration began *)
      bucket: CARDINAL;        (* the next one to begin *)
      last: Pair;              (* what was delivered last; NIL at a bucket's end *)
      done: BOOLEAN;
    OVERRIDES
      init := InitIterator;
      next := Next;
    END;

PROCEDURE Iterate(t: Default): Iterator =
  BEGIN
    RETURN NEW(DefaultIterator, table := t).init();
  END Iterate;

PROCEDURE InitIterator(it: DefaultIterator): Iterator =
  BEGIN
    it.buckets := it.table.buckets;
    it.bucket := 0;
    it.last := NIL;
    it.done := FALSE;
    RETURN it;
  END InitIterator;

PROCEDURE Next(it: DefaultIterator; VAR k: Key.T; VAR v: Value.T): BOOLEAN =
  BEGIN
    <*ASSERT NOT it.done WITH "next was called again after it returned FALSE"*>
    IF it.last # NIL THEN it.last := it.last.next END;
    WHILE it.last = NIL DO
      IF it.bucket > LAST(it.buckets^) THEN
        it.done := TRUE;
        RETURN FALSE;
      END;
      it.last := it.buckets[it.bucket];
      INC(it.bucket);
    END;
    k := it.last.key;
    v := it.last.value;
    RETURN TRUE;
  END Next;

BEGIN
END Table.
