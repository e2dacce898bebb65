MODULE NullWr;

IMPORT WrClass;

CONST Size = 256;

REVEAL
  T = Public BRANDED "NullWr.T" OBJECT
  OVERRIDES
    init := Init;
    seek := Seek;
    putString := PutString;
  END;

PROCEDURE Init(wr: T): T =
  BEGIN
    wr.buff := NEW(REF ARRAY OF CHAR, Size);
    wr.st := 0;
    wr.closed := FALSE;
    wr.seekable := FALSE;
    wr.buffered := TRUE;
    Seek(wr, 0);
    RETURN wr;
  END Init;

PROCEDURE Seek(wr: T; n: CARDINAL) =
  BEGIN
    wr.lo := n;
    wr.cur := n;
    wr.hi := n + Size;
  END Seek;

PROCEDURE PutString(wr: T; READONLY a: ARRAY OF CHAR) =
  BEGIN
    Seek(wr, wr.cur + NUMBER(a));
  END PutString;

BEGIN
END NullWr.
