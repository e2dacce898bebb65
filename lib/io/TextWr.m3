MODULE TextWr;

IMPORT Text, Wr, WrClass;

CONST InitialSize = 256;

REVEAL
  T = Public BRANDED "TextWr.T" OBJECT
    size: CARDINAL := 0;    (* the largest "cur" reached since the last "ToText" *)
  OVERRIDES
    init := Init;
    seek := Seek;
    length := Length;
  END;

(* The window is everything: "lo = st = 0", and "buff" grows by doubling. *)

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
    wr.hi := InitialSize;
    wr.closed := FALSE;
    wr.seekable := TRUE;
    wr.buffered := TRUE;
    RETURN wr;
  END Init;

PROCEDURE Seek(wr: T; n: CARDINAL) =
  BEGIN
    wr.size := MAX(wr.size, wr.cur);
    IF n >= wr.hi THEN
      WITH bigger = NEW(REF ARRAY OF CHAR, 2 * MAX(NUMBER(wr.buff^), InitialSize)) DO
        SUBARRAY(bigger^, 0, NUMBER(wr.buff^)) := wr.buff^;
        wr.buff := bigger;
        wr.hi := NUMBER(bigger^);
      END;
    END;
    wr.cur := n;
  END Seek;

PROCEDURE Length(wr: T): CARDINAL =
  BEGIN
    RETURN MAX(wr.size, wr.cur);
  END Length;

PROCEDURE ToText(wr: T): TEXT =
  VAR result: TEXT;
  BEGIN
    IF wr.closed THEN RAISE Wr.Error(Wr.Code.Closed) END;
    result := Text.FromChars(SUBARRAY(wr.buff^, 0, MAX(wr.size, wr.cur)));
    wr.cur := 0;
    wr.size := 0;
    RETURN result;
  END ToText;

BEGIN
END TextWr.
