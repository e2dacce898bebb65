MODULE Atom;

IMPORT Text, Word;

REVEAL
  T = BRANDED "Atom.T" REF RECORD
    text: TEXT;
    hash: INTEGER;
    next: T;           (* the next atom of the same bucket *)
  END;

VAR
  buckets := NEW(REF ARRAY OF T, 64);
  count := 0;

PROCEDURE Bucket(hash: INTEGER): CARDINAL =
  BEGIN
    RETURN Word.Mod(hash, NUMBER(buckets^));
  END Bucket;

PROCEDURE Grow() =
  VAR
    old := buckets;
    a, next: T;
  BEGIN
    buckets := NEW(REF ARRAY OF T, 2 * NUMBER(old^));
    FOR i := 0 TO LAST(old^) DO
      a := old[i];
      WHILE a # NIL DO
        next := a.next;
        WITH b = buckets[Bucket(a.hash)] DO
          a.next := b;
          b := a;
        END;
        a := next;
      END;
    END;
  END Grow;

PROCEDURE FromText(t: TEXT): T =
  VAR
    hash := Text.Hash(t);
    a := buckets[Bucket(hash)];
  BEGIN
    WHILE a # NIL DO
      IF a.hash = hash AND Text.Equal(a.text, t) THEN RETURN a END;
      a := a.next;
    END;
    IF count > 2 * NUMBER(buckets^) THEN Grow() END;
    INC(count);
    WITH b = buckets[Bucket(hash)] DO
      b := NEW(T, text := t, hash := hash, next := b);
      RETURN b;
    END;
  END FromText;

PROCEDURE ToText(a: T): TEXT =
  BEGIN
    RETURN a.text;
  END ToText;

PROCEDURE Equal(a1, a2: T): BOOLEAN =
  BEGIN
    RETURN a1 = a2;
  END Equal;

PROCEDURE Hash(a: T): INTEGER =
  BEGIN
    RETURN a.hash;
  END Hash;

PROCEDURE Compare(<*UNUSED*> a1, a2: T): [-1 .. 1] =
  BEGIN
    <*ASSERT FALSE WITH "atoms have no order"*>
  END Compare;

BEGIN
END Atom.
