MODULE Main;

(* Compresses what comes in, expands it again and compares; then damages the file in every place, one after the other, and
   counts who notices. Compresses some shapes of data of its own, too. *)

IMPORT ByteSeq, Crc32, IO, Lz, Rd, Stdio, Text, Thread;
FROM Fmt IMPORT F, FN, Int, Pad, Unsigned;

<*FATAL Rd.Failure, Thread.Alerted*>

PROCEDURE Percent(part, whole: CARDINAL): TEXT =
  BEGIN
    IF whole = 0 THEN RETURN "-" END;
    RETURN Int((100 * part + whole DIV 2) DIV whole) & "%";
  END Percent;

PROCEDURE RoundTrip(name: TEXT; READONLY data: ARRAY OF CHAR): ByteSeq.T =
  VAR
    s: Lz.Statistics;
    file := Lz.Compress(data, s);
    back: REF ARRAY OF CHAR;
  <*FATAL Lz.Damaged*>
  BEGIN
    back := Lz.Expand(file);
    <*ASSERT back^ = data*>
    IO.Put(FN("%-12s %6s -> %6s bytes (%4s), %5s literals, %4s matches of %6s\n",
              ARRAY OF TEXT {name, Int(NUMBER(data)), Int(file.size()), Percent(file.size(), NUMBER(data)),
                             Int(s.literals), Int(s.matches), Int(s.matched)}));
    RETURN file;
  END RoundTrip;

PROCEDURE Shapes() =
  CONST Size = 20000;
  VAR
    a := NEW(REF ARRAY OF CHAR, Size);
    seed := 1;
  BEGIN
    EVAL RoundTrip("nothing", ARRAY [1 .. 0] OF CHAR {});
    EVAL RoundTrip("three", ARRAY OF CHAR {'a', 'a', 'a'});
    FOR i := 0 TO LAST(a^) DO a[i] := 'x' END;
    EVAL RoundTrip("one letter", a^);
    FOR i := 0 TO LAST(a^) DO a[i] := VAL(ORD('a') + i MOD 26, CHAR) END;
    EVAL RoundTrip("alphabet", a^);
    FOR i := 0 TO LAST(a^) DO
      seed := (seed * 16807) MOD 16_7FFFFFFF;
      a[i] := VAL(seed DIV 256 MOD 256, CHAR);
    END;
    EVAL RoundTrip("noise", a^);
    FOR i := 0 TO LAST(a^) DO
      seed := (seed * 16807) MOD 16_7FFFFFFF;
      a[i] := VAL(ORD('0') + seed DIV 256 MOD 2, CHAR);
    END;
    EVAL RoundTrip("coins", a^);
  END Shapes;

(* The file with each byte changed, or cut there: does Expand notice? *)
PROCEDURE Damage(file: ByteSeq.T) =
  VAR changed, cut := 0;
  BEGIN
    FOR i := 0 TO file.size() - 1 DO
      WITH copy = ByteSeq.Sub(file, 0) DO
        copy.put(i, (copy.get(i) + 1) MOD 256);
        IF Notices(copy) THEN INC(changed) END;
      END;
      IF Notices(ByteSeq.Sub(file, 0, i)) THEN INC(cut) END;
    END;
    IO.Put(F("of %s files with one byte changed %s were found out, of as many that were cut %s\n", Int(file.size()),
             Int(changed), Int(cut)));
  END Damage;

PROCEDURE Notices(file: ByteSeq.T): BOOLEAN =
  BEGIN
    TRY
      EVAL Lz.Expand(file);
      RETURN FALSE;
    EXCEPT
    | Lz.Damaged => RETURN TRUE;
    END;
  END Notices;

PROCEDURE CheckVector(t: TEXT) =
  VAR a := NEW(REF ARRAY OF CHAR, Text.Length(t));
  BEGIN
    Text.SetChars(a^, t);
    IO.Put(F("CRC-32 of \"%s\" is %s\n", t, Pad(Unsigned(Crc32.Of(a^)), 8, '0')));
  END CheckVector;

BEGIN
  CheckVector("123456789");
  Shapes();
  Damage(RoundTrip("the input", Lz.ReadAll(Stdio.stdin)^));
END Main.
