MODULE TextRd;

IMPORT RdClass, Text;

REVEAL
  T = Public BRANDED "TextRd.T" OBJECT
  OVERRIDES
    init := Init;
    seek := Seek;
    length := Length;
  END;

(* The window is the whole text from the start. *)

PROCEDURE New(t: TEXT): T =
  BEGIN
    RETURN NEW(T).init(t);
  END New;

PROCEDURE Init(rd: T; t: TEXT): T =
  BEGIN
    rd.buff := NEW(REF ARRAY OF CHAR, Text.Length(t));
    Text.SetChars(rd.buff^, t, 0);
    IF Text.HasWideChars(t) THEN
      rd.wide := NEW(REF ARRAY OF WIDECHAR, Text.Length(t));
      Text.SetWideChars(rd.wide^, t, 0);
    ELSE
      rd.wide := NIL;
    END;
    rd.st := 0;
    rd.lo := 0;
    rd.cur := 0;
    rd.hi := NUMBER(rd.buff^);
    rd.closed := FALSE;
    rd.seekable := TRUE;
    rd.intermittent := FALSE;
    RETURN rd;
  END Init;

PROCEDURE Seek(rd: T; n: CARDINAL; <*UNUSED*> dontBlock: BOOLEAN): RdClass.SeekResult =
  BEGIN
    rd.cur := MIN(n, rd.hi);
    IF rd.cur < rd.hi THEN
      RETURN RdClass.SeekResult.Ready;
    ELSE
      RETURN RdClass.SeekResult.Eof;
    END;
  END Seek;

PROCEDURE Length(rd: T): INTEGER =
  BEGIN
    RETURN rd.hi;
  END Length;

BEGIN
END TextRd.
