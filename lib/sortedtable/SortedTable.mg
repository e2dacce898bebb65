GENERIC MODULE SortedTable(Key, Value, Tbl);

(* A treap: a search tree by keys and at the same time a heap by ranks, which are random. It has the shape that a search
   tree has whose keys are put in in random order. *)

IMPORT Word;

TYPE
  Tree = REF RECORD
    key: Key.T;
    value: Value.T;
    rank: Word.T;                (* not less than that of its children *)
    left, right: Tree := NIL;    (* lesser keys, greater keys *)
  END;

REVEAL
  Default = T OBJECT
    METHODS
      init(): Default;
      keyCompare(READONLY k1, k2: Key.T): [-1 .. 1];
    END BRANDED DefaultBrand OBJECT
      root: Tree := NIL;
      count: CARDINAL := 0;
      changes: Word.T := 0;      (* how often the tree got another shape *)
    OVERRIDES
      init := Init;
      keyCompare := KeyCompare;
      get := Get;
      put := Put;
      delete := Delete;
      size := Size;
      iterate := Iterate;
      iterateOrdered := IterateOrdered;
    END;

PROCEDURE Init(t: Default): Default =
  BEGIN
    t.root := NIL;
    t.count := 0;
    INC(t.changes);
    RETURN t;
  END Init;

PROCEDURE KeyCompare(<*UNUSED*> t: Default; READONLY k1, k2: Key.T): [-1 .. 1] =
  BEGIN
    RETURN Key.Compare(k1, k2);
  END KeyCompare;

PROCEDURE Size(t: Default): CARDINAL =
  BEGIN
    RETURN t.count;
  END Size;

PROCEDURE Find(t: Default; READONLY k: Key.T): Tree =
  VAR n := t.root;
  BEGIN
    WHILE n # NIL DO
      CASE t.keyCompare(k, n.key) OF
      | -1 => n := n.left;
      |  0 => EXIT;
      |  1 => n := n.right;
      END;
    END;
    RETURN n;
  END Find;

PROCEDURE Get(t: Default; READONLY k: Key.T; VAR v: Value.T): BOOLEAN =
  VAR n := Find(t, k);
  BEGIN
    IF n = NIL THEN RETURN FALSE END;
    v := n.value;
    RETURN TRUE;
  END Get;

PROCEDURE Put(t: Default; READONLY k: Key.T; READONLY v: Value.T): BOOLEAN =
  VAR n := Find(t, k);
  BEGIN
    IF n # NIL THEN
      n.value := v;
      RETURN TRUE;
    END;
    Insert(t, t.root, NEW(Tree, key := k, value := v, rank := Random()));
    INC(t.count);
    INC(t.changes);
    RETURN FALSE;
  END Put;

(* Puts "new" below "root", or in its place if it ranks higher. *)
PROCEDURE Insert(t: Default; VAR root: Tree; new: Tree) =
  BEGIN
    IF root = NIL THEN
      root := new;
    ELSIF Word.LT(root.rank, new.rank) THEN
      Split(t, root, new.key, new.left, new.right);
      root := new;
    ELSIF t.keyCompare(new.key, root.key) < 0 THEN
      Insert(t, root.left, new);
    ELSE
      Insert(t, root.right, new);
    END;
  END Insert;

(* What comes before "k" and what comes after it; "k" is not in the tree. *)
PROCEDURE Split(t: Default; root: Tree; READONLY k: Key.T; VAR before, after: Tree) =
  VAR rest: Tree;
  BEGIN
    IF root = NIL THEN
      before := NIL;
      after := NIL;
    ELSIF t.keyCompare(k, root.key) < 0 THEN
      Split(t, root.left, k, before, rest);
      root.left := rest;
      after := root;
    ELSE
      Split(t, root.right, k, rest, after);
      root.right := rest;
      before := root;
    END;
  END Split;

PROCEDURE Delete(t: Default; READONLY k: Key.T; VAR v: Value.T): BOOLEAN =
  BEGIN
    IF NOT Remove(t, t.root, k, v) THEN RETURN FALSE END;
    DEC(t.count);
    INC(t.changes);
    RETURN TRUE;
  END Delete;

PROCEDURE Remove(t: Default; VAR root: Tree; READONLY k: Key.T; VAR v: Value.T): BOOLEAN =
  BEGIN
    IF root = NIL THEN RETURN FALSE END;
    CASE t.keyCompare(k, root.key) OF
    | -1 => RETURN Remove(t, root.left, k, v);
    |  1 => RETURN Remove(t, root.right, k, v);
    |  0 =>
        v := root.value;
        root := Join(root.left, root.right);
        RETURN TRUE;
    END;
  END Remove;

(* Both trees as one; all keys of "a" come before those of "b". *)
PROCEDURE Join(a, b: Tree): Tree =
  BEGIN
    IF a = NIL THEN RETURN b END;
    IF b = NIL THEN RETURN a END;
    IF Word.LT(a.rank, b.rank) THEN
      b.left := Join(a, b.left);
      RETURN b;
    ELSE
      a.right := Join(a.right, b);
      RETURN a;
    END;
  END Join;

VAR seed: Word.T := 16_2545F4914F6CDD1D;

(* Marsaglia's xorshift. What matters is only that keys have nothing to do with it. *)
PROCEDURE Random(): Word.T =
  BEGIN
    seed := Word.Xor(seed, Word.LeftShift(seed, 13));
    seed := Word.Xor(seed, Word.RightShift(seed, 7));
    seed := Word.Xor(seed, Word.LeftShift(seed, 17));
    RETURN seed;
  END Random;

(* Iterators *)

TYPE
  (* Where an iterator stands, should the tree change: before everything, before a key, after a key. *)
  Place = {Beginning, Before, After};

  DefaultIterator = Iterator OBJECT
      table: Default;
      up: BOOLEAN;
      path: REF ARRAY OF Tree;    (* what is still to be delivered and has been passed on the way down; the next one last *)
      depth: CARDINAL;
      changes: Word.T;            (* of the table when the path was made *)
      place: Place;
      key: Key.T;                 (* what "place" speaks of *)
      done: BOOLEAN;
    OVERRIDES
      init := InitIterator;
      next := Next;
      seek := Seek;
    END;

PROCEDURE Iterate(t: Default): Tbl.Iterator =
  BEGIN
    RETURN IterateOrdered(t, TRUE);
  END Iterate;

PROCEDURE IterateOrdered(t: Default; up: BOOLEAN): Iterator =
  VAR it := NEW(DefaultIterator, table := t, up := up, path := NEW(REF ARRAY OF Tree, 32));
  BEGIN
    Begin(it);
    RETURN it;
  END IterateOrdered;

PROCEDURE InitIterator(it: DefaultIterator): Tbl.Iterator =
  BEGIN
    Begin(it);
    RETURN it;
  END InitIterator;

PROCEDURE Begin(it: DefaultIterator) =
  BEGIN
    it.place := Place.Beginning;
    it.done := FALSE;
    FindPlace(it);
  END Begin;

PROCEDURE Push(it: DefaultIterator; n: Tree) =
  BEGIN
    IF it.depth > LAST(it.path^) THEN
      WITH new = NEW(REF ARRAY OF Tree, 2 * NUMBER(it.path^)) DO
        SUBARRAY(new^, 0, NUMBER(it.path^)) := it.path^;
        it.path := new;
      END;
    END;
    it.path[it.depth] := n;
    INC(it.depth);
  END Push;

(* To the first of the tree. *)
PROCEDURE Descend(it: DefaultIterator; n: Tree) =
  BEGIN
    WHILE n # NIL DO
      Push(it, n);
      IF it.up THEN n := n.left ELSE n := n.right END;
    END;
  END Descend;

(* Makes the path that leads to the first pair from the iterator's place on. *)
PROCEDURE FindPlace(it: DefaultIterator) =
  VAR
    n := it.table.root;
    order: [-1 .. 1];
  BEGIN
    it.depth := 0;
    it.changes := it.table.changes;
    IF it.place = Place.Beginning THEN
      Descend(it, n);
      RETURN;
    END;
    WHILE n # NIL DO
      order := it.table.keyCompare(n.key, it.key);
      IF NOT it.up THEN order := -order END;
      IF order > 0 OR order = 0 AND it.place = Place.Before THEN
        Push(it, n);
        IF it.up THEN n := n.left ELSE n := n.right END;
      ELSE
        IF it.up THEN n := n.right ELSE n := n.left END;
      END;
    END;
  END FindPlace;

PROCEDURE Seek(it: DefaultIterator; READONLY key: Key.T) =
  BEGIN
    <*ASSERT NOT it.done WITH "seek was called after next returned FALSE"*>
    it.place := Place.Before;
    it.key := key;
    FindPlace(it);
  END Seek;

PROCEDURE Next(it: DefaultIterator; VAR k: Key.T; VAR v: Value.T): BOOLEAN =
  VAR n: Tree;
  BEGIN
    <*ASSERT NOT it.done WITH "next was called again after it returned FALSE"*>
    IF it.changes # it.table.changes THEN FindPlace(it) END;
    IF it.depth = 0 THEN
      it.done := TRUE;
      RETURN FALSE;
    END;
    DEC(it.depth);
    n := it.path[it.depth];
    IF it.up THEN Descend(it, n.right) ELSE Descend(it, n.left) END;
    it.place := Place.After;
    it.key := n.key;
    k := n.key;
    v := n.value;
    RETURN TRUE;
  END Next;

BEGIN
END SortedTable.
