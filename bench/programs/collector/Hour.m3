MODULE Hour;

CONST
  Requests = 400;
  Passing = 16;       (* objects that are gone with the next request *)
  Sessions = 20000;
  Entries = 4000;
  ReportWords = 131072;

TYPE
  Words = REF ARRAY OF INTEGER;
  Session = REF RECORD name, state: Words END;

VAR
  passing: ARRAY [0 .. Passing - 1] OF Words;
  buffer, report: Words;
  sessions: ARRAY [0 .. Sessions - 1] OF Session;
  open := 0;          (* those from here on are NIL *)
  cache: ARRAY [0 .. Entries - 1] OF Words;
  seed := 42;
  made := 0;

PROCEDURE Random(below: INTEGER): INTEGER =
  BEGIN
    seed := seed * 16807 MOD 2147483647;
    RETURN seed MOD below;
  END Random;

PROCEDURE New(count: INTEGER): Words =
  BEGIN
    INC(made);
    RETURN NEW(Words, count);
  END New;

(* Short ones are many: from 1 to 2 ** bits - 1, each power of two as often as another. *)
PROCEDURE Length(bits: INTEGER): INTEGER =
  VAR power := 1;
  BEGIN
    FOR i := 1 TO Random(bits) DO power := power * 2 END;
    RETURN power + Random(power);
  END Length;

PROCEDURE Visit(at: INTEGER) =
  BEGIN
    IF sessions[at] = NIL OR Random(8) = 0 THEN
      sessions[at] := NEW(Session, name := New(2 + Random(5)));
      INC(made);
    END;
    sessions[at].state := New(Length(6));
  END Visit;

PROCEDURE Request(entryBits: INTEGER) =
  VAR at: INTEGER;
  BEGIN
    FOR i := 0 TO Passing - 1 DO passing[i] := New(Length(5)) END;
    buffer := New(128 + Random(1024));
    Visit(Random(open));
    IF Random(4) = 0 THEN
      at := Random(Entries);
      cache[at] := New(Length(entryBits));
    END;
  END Request;

PROCEDURE Second(t: INTEGER) =
  VAR
    before := open;
    entryBits := 9 + t DIV 300 MOD 5;
  BEGIN
    open := 5000 + (900 - ABS(t MOD 1800 - 900)) * 15000 DIV 900;
    FOR i := open TO before - 1 DO sessions[i] := NIL END;
    IF t MOD 60 = 0 THEN report := New(ReportWords) END;
    FOR i := 1 TO Requests DO Request(entryBits) END;
  END Second;

PROCEDURE Made(<*UNUSED*> n: INTEGER): INTEGER =
  BEGIN
    RETURN made;
  END Made;

PROCEDURE Count(words: Words): INTEGER =
  BEGIN
    IF words = NIL THEN RETURN 0 END;
    RETURN NUMBER(words^);
  END Count;

PROCEDURE Live(<*UNUSED*> n: INTEGER): INTEGER =
  VAR sum := Count(buffer) + Count(report);
  BEGIN
    FOR i := 0 TO LAST(passing) DO INC(sum, Count(passing[i])) END;
    FOR i := 0 TO LAST(cache) DO INC(sum, Count(cache[i])) END;
    FOR i := 0 TO LAST(sessions) DO
      IF sessions[i] # NIL THEN INC(sum, Count(sessions[i].name) + Count(sessions[i].state)) END;
    END;
    RETURN sum;
  END Live;

BEGIN
END Hour.
