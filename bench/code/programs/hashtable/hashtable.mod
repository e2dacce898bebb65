MODULE hashtable;

FROM Measure IMPORT measure;
FROM SysStorage IMPORT ALLOCATE, DEALLOCATE;

CONST
  Words = 5000;
  Buckets = 4096;
  Longest = 16;

TYPE
  Text = POINTER TO RECORD
    length: INTEGER;
    chars: ARRAY [0 .. Longest - 1] OF CHAR
  END;
  Entry = POINTER TO EntryRecord;
  EntryRecord = RECORD
    key: Text;
    count: LONGINT;
    next: Entry
  END;
  WordList = ARRAY [0 .. Words - 1] OF Text;

VAR
  seed: LONGINT;
  table: ARRAY [0 .. Buckets - 1] OF Entry;
  keys, queries: WordList;

PROCEDURE Random(below: INTEGER): INTEGER;
BEGIN
  seed := seed * 16807 MOD 2147483647;
  RETURN VAL(INTEGER, seed MOD VAL(LONGINT, below))
END Random;

PROCEDURE MakeWords(VAR words: WordList);
VAR i, j: INTEGER;
BEGIN
  seed := 42;
  FOR i := 0 TO Words - 1 DO
    NEW(words[i]);
    words[i]^.length := 3 + Random(8);
    FOR j := 0 TO words[i]^.length - 1 DO words[i]^.chars[j] := CHR(97 + Random(26)) END
  END
END MakeWords;

PROCEDURE Equal(t, u: Text): BOOLEAN;
VAR i: INTEGER;
BEGIN
  IF t^.length # u^.length THEN RETURN FALSE END;
  FOR i := 0 TO t^.length - 1 DO
    IF t^.chars[i] # u^.chars[i] THEN RETURN FALSE END
  END;
  RETURN TRUE
END Equal;

PROCEDURE Hash(t: Text): INTEGER;
VAR
  hash: LONGINT;
  i: INTEGER;
BEGIN
  hash := 0;
  FOR i := 0 TO t^.length - 1 DO
    hash := (hash * 31 + VAL(LONGINT, ORD(t^.chars[i]))) MOD 10000000H
  END;
  RETURN VAL(INTEGER, hash)
END Hash;

(* The entry of the key; a new one if there was none. *)
PROCEDURE Find(key: Text): Entry;
VAR
  bucket: INTEGER;
  entry: Entry;
BEGIN
  bucket := Hash(key) MOD Buckets;
  entry := table[bucket];
  WHILE (entry # NIL) AND NOT Equal(entry^.key, key) DO entry := entry^.next END;
  IF entry = NIL THEN
    NEW(entry);
    entry^.key := key;
    entry^.count := 0;
    entry^.next := table[bucket];
    table[bucket] := entry
  END;
  RETURN entry
END Find;

(* The other languages collect garbage in its stead. *)
PROCEDURE Release;
VAR
  i: INTEGER;
  entry: Entry;
BEGIN
  FOR i := 0 TO Buckets - 1 DO
    WHILE table[i] # NIL DO
      entry := table[i];
      table[i] := entry^.next;
      DISPOSE(entry)
    END
  END;
  FOR i := 0 TO Words - 1 DO
    DISPOSE(keys[i]);
    DISPOSE(queries[i])
  END
END Release;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR
  i: INTEGER;
  k, sum: LONGINT;
  entry: Entry;
BEGIN
  FOR i := 0 TO Buckets - 1 DO table[i] := NIL END;
  MakeWords(keys);
  MakeWords(queries);
  FOR i := 0 TO Words - 1 DO entry := Find(keys[i]) END;
  FOR k := 1 TO n DO
    entry := Find(queries[Random(Words)]);
    INC(entry^.count)
  END;
  sum := 0;
  FOR i := 0 TO Words - 1 DO
    entry := Find(keys[i]);
    sum := (sum * 31 + entry^.count) MOD 1000000007
  END;
  Release;
  RETURN sum
END Run;

BEGIN
  measure(Run)
END hashtable.
