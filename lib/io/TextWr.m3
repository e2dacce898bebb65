MODULE TextWr;

IMPORT Text, Wr, WrClass;

CONST InitialSize = 256;

REVEAL
  T = Public BRANDED "TextWr.T" OBJECT
    size: CARDINAL := 0;    (* the largest "cur" reached since the last "ToText" *)
    wide: REF ARRAY OF WIDECHAR := NIL;
    from: CARDINAL := 0;
  OVERRIDES
    init := Init;
    seek := Seek;
    putWide := PutWide;
    length := Length;
  END;

(* The window is everything: "lo = st = 0", and "buff" grows by doubling.

   Once a character that is no CHAR has come, "wide" is there and as large as "buff": "wide[i]", if it is not the null character, is what
   stands at "i", else "buff[i]" is. What was written through the buffer from "from" up to "cur" may not be known to "wide" yet. *)

PROCEDURE New(): T =
  BEGIN
    RETURN NEW(T).init();
  END New;

PROCEDURE Init(wr: T): T =
  BEGIN
    wr.buff := NEW(REF ARRAY OF CHAR, InitialSize);
    wr.st := 0;
    wr.lo := 0;
    wr.cur := 0;
    wr.size := 0;
    wr.wide := NIL;
    wr.from := 0;
    wr.hi := InitialSize;
    wr.closed := FALSE;
    wr.seekable := TRUE;
    wr.buffered := TRUE;
    RETURN wr;
  END Init;

PROCEDURE Seek(wr: T; n: CARDINAL) =
  BEGIN
    wr.size := MAX(wr.size, wr.cur);
    Settle(wr);
    IF n >= wr.hi THEN
      WITH bigger = NEW(REF ARRAY OF CHAR, 2 * MAX(NUMBER(wr.buff^), InitialSize)) DO
        SUBARRAY(bigger^, 0, NUMBER(wr.buff^)) := wr.buff^;
        wr.buff := bigger;
        wr.hi := NUMBER(bigger^);
      END;
      IF wr.wide # NIL THEN Widen(wr) END;
    END;
    wr.cur := n;
    wr.from := n;
  END Seek;

(* What was written through the buffer are CHARs. *)
PROCEDURE Settle(wr: T) =
  BEGIN
    IF wr.wide # NIL THEN
      FOR i := wr.from TO wr.cur - 1 DO wr.wide[i] := W'\000' END;
    END;
    wr.from := wr.cur;
  END Settle;

(* Make "wide" as large as "buff". *)
PROCEDURE Widen(wr: T) =
  VAR bigger := NEW(REF ARRAY OF WIDECHAR, NUMBER(wr.buff^));
  BEGIN
    IF wr.wide # NIL THEN SUBARRAY(bigger^, 0, NUMBER(wr.wide^)) := wr.wide^ END;
    wr.wide := bigger;
  END Widen;

PROCEDURE PutWide(wr: T; READONLY a: ARRAY OF WIDECHAR) =
  BEGIN
    IF wr.wide = NIL THEN Widen(wr) END;
    Settle(wr);
    FOR i := 0 TO LAST(a) DO
      IF wr.cur >= wr.hi THEN Seek(wr, wr.cur) END;
      IF ORD(a[i]) <= ORD(LAST(CHAR)) THEN
        wr.wide[wr.cur] := W'\000';
        wr.buff[wr.cur] := VAL(ORD(a[i]), CHAR);
      ELSE
        wr.wide[wr.cur] := a[i];
      END;
      INC(wr.cur);
      wr.from := wr.cur;
    END;
  END PutWide;

PROCEDURE Length(wr: T): CARDINAL =
  BEGIN
    RETURN MAX(wr.size, wr.cur);
  END Length;

PROCEDURE ToText(wr: T): TEXT =
  VAR result: TEXT;
  BEGIN
    IF wr.closed THEN RAISE Wr.Error(Wr.Code.Closed) END;
    WITH n = MAX(wr.size, wr.cur) DO
      IF wr.wide = NIL THEN
        result := Text.FromChars(SUBARRAY(wr.buff^, 0, n));
      ELSE
        Settle(wr);
        FOR i := 0 TO n - 1 DO
          IF wr.wide[i] = W'\000' THEN wr.wide[i] := VAL(ORD(wr.buff[i]), WIDECHAR) END;
        END;
        result := Text.FromWideChars(SUBARRAY(wr.wide^, 0, n));
        wr.wide := NIL;
      END;
    END;
    wr.cur := 0;
    wr.size := 0;
    wr.from := 0;
    RETURN result;
  END ToText;

BEGIN
END TextWr.
