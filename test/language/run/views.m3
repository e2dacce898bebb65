(* VIEW: another type on the same storage; writing through it, records on a buffer, sizes that do not fit. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE
  Byte = BITS 8 FOR [0 .. 255]; Buffer = ARRAY [0 .. 15] OF CHAR; Bytes = ARRAY OF [0 .. 255];
  Header = RECORD kind: BITS 8 FOR [0 .. 255]; version: BITS 4 FOR [0 .. 15]; flags: BITS 4 FOR [0 .. 15]; length: BITS 16 FOR [0 .. 65535] END;
VAR buffer: Buffer; word: INTEGER := 16_0102030405060708; open := NEW(REF ARRAY OF CHAR, 10);
PROCEDURE I (i: INTEGER) = BEGIN IO.PutInt(i); IO.Put(" ") END I;
PROCEDURE Sum (READONLY b: ARRAY OF CHAR): INTEGER = VAR s := 0; BEGIN FOR i := 0 TO LAST(b) DO INC(s, ORD(b[i])) END; RETURN s END Sum;
PROCEDURE Parse (VAR b: ARRAY OF CHAR) = BEGIN WITH h = VIEW(b, Header) DO I(h.kind); I(h.version); I(h.flags); I(h.length); h.length := 513; h.flags := 9 END END Parse;
BEGIN
  FOR i := 0 TO 15 DO buffer[i] := VAL(i + 1, CHAR) END; Parse(buffer); I(ORD(buffer[1])); I(ORD(buffer[2])); I(ORD(buffer[3])); IO.Put("\n");
  I(Sum(VIEW(word, ARRAY OF CHAR))); WITH b = VIEW(word, ARRAY OF CHAR) DO I(NUMBER(b)); b[7] := 'A' END; I(word DIV 16_100000000000000); IO.Put("\n");
  WITH v = VIEW(buffer, Bytes) DO I(v[0]); I(NUMBER(v)); v[15] := 200 END; I(ORD(buffer[15]));
  TRY WITH h = VIEW(SUBARRAY(open^, 0, 3), Header) DO I(h.kind) END EXCEPT SpinException.Exception (e) => IF e.code = SpinException.ExceptionCode.ViewSize THEN IO.Put("size ") END END;
  VIEW(SUBARRAY(open^, 2, 8), INTEGER) := 7; I(ORD(open[2])); I(Sum(open^)); IO.Put("\n");
END Main.
