MODULE HashTable;

IMPORT Text, Word;

CONST
  Words = 5000;
  Buckets = 4096;

TYPE
  Entry = REF RECORD
    key: TEXT;
    count := 0;
    next: Entry;
  END;
  Table = ARRAY [0 .. Buckets - 1] OF Entry;
  WordList = ARRAY [0 .. Words - 1] OF TEXT;

VAR seed: INTEGER;

PROCEDURE Random(below: INTEGER): INTEGER =
  BEGIN
    seed := seed * 16807 MOD 2147483647;
    RETURN seed MOD below;
  END Random;

PROCEDURE MakeWords(VAR words: WordList) =
  VAR
    buffer: ARRAY [0 .. 15] OF CHAR;
    length: INTEGER;
  BEGIN
    seed := 42;
    FOR i := 0 TO LAST(words) DO
      length := 3 + Random(8);
      FOR j := 0 TO length - 1 DO buffer[j] := VAL(ORD('a') + Random(26), CHAR) END;
      words[i] := Text.FromChars(SUBARRAY(buffer, 0, length));
    END;
  END MakeWords;

PROCEDURE Hash(t: TEXT): INTEGER =
  VAR hash := 0;
  BEGIN
    FOR i := 0 TO Text.Length(t) - 1 DO
      hash := Word.And(hash * 31 + ORD(Text.GetChar(t, i)), 16_FFFFFFF);
    END;
    RETURN hash;
  END Hash;

(* The entry of the key; a new one if there was none. *)
PROCEDURE Find(VAR table: Table; key: TEXT): Entry =
  VAR
    bucket := Hash(key) MOD Buckets;
    entry := table[bucket];
  BEGIN
    WHILE entry # NIL AND NOT Text.Equal(entry.key, key) DO entry := entry.next END;
    IF entry = NIL THEN
      entry := NEW(Entry, key := key, next := table[bucket]);
      table[bucket] := entry;
    END;
    RETURN entry;
  END Find;

(* Keys that are put in and keys that are asked for are equal, but not the same texts. *)
VAR
  table: Table;
  keys, queries: WordList;

PROCEDURE Run(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 0 TO LAST(table) DO table[i] := NIL END;
    MakeWords(keys);
    MakeWords(queries);
    FOR i := 0 TO LAST(keys) DO EVAL Find(table, keys[i]) END;
    FOR i := 1 TO n DO
      WITH entry = Find(table, queries[Random(Words)]) DO INC(entry.count) END;
    END;
    FOR i := 0 TO LAST(keys) DO sum := (sum * 31 + Find(table, keys[i]).count) MOD 1000000007 END;
    RETURN sum;
  END Run;

BEGIN
END HashTable.
