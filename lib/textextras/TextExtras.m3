MODULE TextExtras;

IMPORT ASCII, Text, Word;

(* The code of character "i", a capital for a small letter. *)
PROCEDURE Capital(t: T; i: CARDINAL): CARDINAL =
  VAR code := ORD(Text.GetWideChar(t, i));
  BEGIN
    IF code <= ORD(LAST(CHAR)) THEN RETURN ORD(ASCII.Upper[VAL(code, CHAR)]) END;
    RETURN code;
  END Capital;

PROCEDURE CIEqual(t, u: T): BOOLEAN =
  BEGIN
    RETURN Text.Length(t) = Text.Length(u) AND CICompare(t, u) = 0;
  END CIEqual;

PROCEDURE Compare(t, u: T): INTEGER =
  BEGIN
    RETURN Text.Compare(t, u);
  END Compare;

PROCEDURE CICompare(t, u: T): INTEGER =
  VAR
    tLength := Text.Length(t);
    uLength := Text.Length(u);
  BEGIN
    FOR i := 0 TO MIN(tLength, uLength) - 1 DO
      WITH difference = Capital(t, i) - Capital(u, i) DO
        IF difference # 0 THEN RETURN difference END;
      END;
    END;
    RETURN tLength - uLength;
  END CICompare;

PROCEDURE CIHash(t: T): INTEGER =
  VAR hash: Word.T := Text.Length(t);
  BEGIN
    FOR i := 0 TO Text.Length(t) - 1 DO hash := Word.Plus(Word.Times(hash, 16_100000001B3), Capital(t, i)) END;
    RETURN hash;
  END CIHash;

PROCEDURE FindChar(t: T; ch: CHAR; VAR index: CARDINAL): BOOLEAN =
  VAR found: INTEGER;
  BEGIN
    <*ASSERT index <= Text.Length(t)*>
    found := Text.FindChar(t, ch, index);
    IF found < 0 THEN index := Text.Length(t) ELSE index := found END;
    RETURN found >= 0;
  END FindChar;

PROCEDURE FindCharSet(t: T; READONLY charSet: ASCII.Set; VAR index: CARDINAL): BOOLEAN =
  BEGIN
    <*ASSERT index <= Text.Length(t)*>
    WHILE index < Text.Length(t) DO
      WITH code = ORD(Text.GetWideChar(t, index)) DO
        IF code <= ORD(LAST(CHAR)) AND VAL(code, CHAR) IN charSet THEN RETURN TRUE END;
      END;
      INC(index);
    END;
    RETURN FALSE;
  END FindCharSet;

(* Knuth, Morris, Pratt: Fast pattern matching in strings, SIAM J. Comput. 6 (1977). Linear in the lengths of both. *)
PROCEDURE FindSub(t, sub: T; VAR index: CARDINAL): BOOLEAN =
  VAR
    n := Text.Length(sub);
    border := NEW(REF ARRAY OF INTEGER, n + 1);
    j := -1;
  BEGIN
    <*ASSERT index <= Text.Length(t)*>
    border[0] := -1;
    FOR i := 0 TO n - 1 DO
      WHILE j >= 0 AND Text.GetWideChar(sub, i) # Text.GetWideChar(sub, j) DO j := border[j] END;
      INC(j);
      border[i + 1] := j;
    END;
    j := 0;
    FOR i := index TO Text.Length(t) - 1 DO
      IF j = n THEN EXIT END;
      WHILE j >= 0 AND Text.GetWideChar(t, i) # Text.GetWideChar(sub, j) DO j := border[j] END;
      INC(j);
      IF j = n THEN
        index := i + 1 - n;
        RETURN TRUE;
      END;
    END;
    (* The text of no characters is everywhere. *)
    IF n = 0 THEN RETURN TRUE END;
    index := Text.Length(t);
    RETURN FALSE;
  END FindSub;

PROCEDURE Extract(t: T; fx, tx: CARDINAL): T =
  BEGIN
    RETURN Text.Sub(t, fx, tx - fx);
  END Extract;

PROCEDURE Join(t1, t2, t3, t4, t5: T := NIL): T =
  VAR
    texts := ARRAY [0 .. 4] OF TEXT {t1, t2, t3, t4, t5};
    n: CARDINAL := 0;
  BEGIN
    WHILE n < NUMBER(texts) AND texts[n] # NIL DO INC(n) END;
    FOR i := n TO LAST(texts) DO <*ASSERT texts[i] = NIL*> END;
    RETURN JoinN(SUBARRAY(texts, 0, n));
  END Join;

PROCEDURE JoinN(READONLY texts: ARRAY OF TEXT): T =
  VAR result := "";
  BEGIN
    <*ASSERT NUMBER(texts) > 0*>
    FOR i := 0 TO LAST(texts) DO result := result & texts[i] END;
    RETURN result;
  END JoinN;

BEGIN
END TextExtras.
