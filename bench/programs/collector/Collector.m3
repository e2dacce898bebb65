MODULE Collector;

IMPORT RTCollector;

CONST
  Slots = 100000;
  Phase = 500000;  (* replacements between two changes of sizes *)

TYPE
  Pair = REF RECORD value: INTEGER; next: Pair END;
  Quad = REF RECORD a, b, c: INTEGER := 0; next: Quad END;
  Words = REF ARRAY OF INTEGER;

VAR
  pair: Pair;
  words: Words;
  kept: REF ARRAY OF Quad;
  slots: ARRAY [0 .. Slots - 1] OF Words;
  seed := 42;
  replaced := 0;

PROCEDURE Random(below: INTEGER): INTEGER =
  BEGIN
    seed := seed * 16807 MOD 2147483647;
    RETURN seed MOD below;
  END Random;

PROCEDURE Short(n: INTEGER) =
  BEGIN
    FOR i := 1 TO n DO pair := NEW(Pair, value := i) END;
  END Short;

PROCEDURE Varied(n: INTEGER) =
  BEGIN
    FOR i := 1 TO n DO words := NEW(Words, 1 + i * 7 MOD 64) END;
  END Varied;

PROCEDURE Keep(n: INTEGER) =
  BEGIN
    kept := NIL;
    RTCollector.Collect();
    kept := NEW(REF ARRAY OF Quad, n DIV 1000);
    FOR i := 0 TO LAST(kept^) DO
      FOR j := 1 TO 1000 DO kept[i] := NEW(Quad, next := kept[i]) END;
    END;
  END Keep;

PROCEDURE Collect(n: INTEGER) =
  BEGIN
    FOR i := 1 TO n DO RTCollector.Collect() END;
  END Collect;

PROCEDURE Churn(n: INTEGER) =
  VAR largest: INTEGER;
  BEGIN
    FOR i := 1 TO n DO
      largest := 4 + replaced DIV Phase * 5 MOD 28;
      slots[Random(Slots)] := NEW(Words, 1 + Random(largest));
      INC(replaced);
    END;
  END Churn;

PROCEDURE Live(<*UNUSED*> n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 0 TO LAST(slots) DO
      IF slots[i] # NIL THEN INC(sum, NUMBER(slots[i]^)) END;
    END;
    RETURN sum;
  END Live;

BEGIN
END Collector.
