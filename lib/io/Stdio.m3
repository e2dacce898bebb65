MODULE Stdio;

IMPORT ConsoleDevice, Rd, RdClass, Wr, WrClass;

CONST
  BufferSize = 1024;
  LastASCII = 16_7F;
  LastLatin1 = ORD(LAST(CHAR));
  Most = 4;    (* bytes of one character in UTF-8 *)

TYPE
  (* The window is empty between calls but for single characters on their way. *)
  Writer = Wr.T OBJECT
    port: ConsoleDevice.Port;
  OVERRIDES
    seek := WrSeek;
    putString := WrPutString;
    putWide := WrPutWide;
    flush := Drain;
  END;

  Reader = Rd.T OBJECT
    bytes: REF ARRAY OF CHAR;
    left: CARDINAL := 0;    (* bytes of a character whose others have not come yet, at the start of "bytes" *)
    window: REF ARRAY OF WIDECHAR;
  OVERRIDES
    seek := RdSeek;
  END;

  (* Bytes on their way to the console. *)
  Line = RECORD
    port: ConsoleDevice.Port;
    n: CARDINAL := 0;
    bytes: ARRAY [0 .. 255] OF CHAR;
  END;

(* ------------------------------------------------------------ output *)

PROCEDURE Send(VAR line: Line) =
  BEGIN
    ConsoleDevice.Write(line.port, SUBARRAY(line.bytes, 0, line.n));
    line.n := 0;
  END Send;

(* Append the bytes of the character with this code in UTF-8. *)
PROCEDURE Encode(VAR line: Line; code: CARDINAL) =
  PROCEDURE Put(byte: INTEGER) =
    BEGIN
      line.bytes[line.n] := VAL(byte, CHAR);
      INC(line.n);
    END Put;
  BEGIN
    IF line.n + Most > NUMBER(line.bytes) THEN Send(line) END;
    IF code <= LastASCII THEN
      Put(code);
    ELSIF code < 16_800 THEN
      Put(16_C0 + code DIV 16_40);
      Put(16_80 + code MOD 16_40);
    ELSIF code < 16_10000 THEN
      Put(16_E0 + code DIV 16_1000);
      Put(16_80 + code DIV 16_40 MOD 16_40);
      Put(16_80 + code MOD 16_40);
    ELSE
      Put(16_F0 + code DIV 16_40000);
      Put(16_80 + code DIV 16_1000 MOD 16_40);
      Put(16_80 + code DIV 16_40 MOD 16_40);
      Put(16_80 + code MOD 16_40);
    END;
  END Encode;

PROCEDURE WriteChars(port: ConsoleDevice.Port; READONLY a: ARRAY OF CHAR) =
  VAR
    plain := 0;
    line: Line;
  BEGIN
    WHILE plain < NUMBER(a) AND ORD(a[plain]) <= LastASCII DO INC(plain) END;
    IF plain = NUMBER(a) THEN ConsoleDevice.Write(port, a); RETURN END;
    line.port := port;
    FOR i := 0 TO LAST(a) DO Encode(line, ORD(a[i])) END;
    Send(line);
  END WriteChars;

(* Send the window to the console. *)
PROCEDURE Drain(wr: Writer) =
  BEGIN
    IF wr.cur > wr.lo THEN
      WriteChars(wr.port, SUBARRAY(wr.buff^, wr.st, wr.cur - wr.lo));
      wr.lo := wr.cur;
      wr.hi := wr.lo + BufferSize;
    END;
  END Drain;

PROCEDURE WrSeek(wr: Writer; n: CARDINAL) =
  BEGIN
    Drain(wr);
    wr.cur := n;
    wr.lo := n;
    wr.hi := n + BufferSize;
  END WrSeek;

PROCEDURE WrPutString(wr: Writer; READONLY a: ARRAY OF CHAR) =
  BEGIN
    Drain(wr);
    WriteChars(wr.port, a);
    Advance(wr, NUMBER(a));
  END WrPutString;

PROCEDURE WrPutWide(wr: Writer; READONLY a: ARRAY OF WIDECHAR) =
  VAR line: Line;
  BEGIN
    Drain(wr);
    line.port := wr.port;
    FOR i := 0 TO LAST(a) DO Encode(line, ORD(a[i])) END;
    Send(line);
    Advance(wr, NUMBER(a));
  END WrPutWide;

PROCEDURE Advance(wr: Writer; n: CARDINAL) =
  BEGIN
    INC(wr.cur, n);
    wr.lo := wr.cur;
    wr.hi := wr.lo + BufferSize;
  END Advance;

(* ------------------------------------------------------------ input *)

(* The code of the character that begins at "bytes[i]", of which "bytes[i .. n - 1]" are there, and how many bytes it takes: 0 if others are needed.
   A byte that begins no character of well-formed UTF-8 (Unicode, table 3-7) stands for itself. *)
PROCEDURE Decode(READONLY bytes: ARRAY OF CHAR; i, n: CARDINAL; VAR code: CARDINAL): CARDINAL =
  VAR
    first := ORD(bytes[i]);
    more: CARDINAL;
    low := 16_80;
    high := 16_BF;
  BEGIN
    code := first;
    CASE first OF
    | 16_C2 .. 16_DF => more := 1; code := first MOD 16_20;
    | 16_E0 .. 16_EF => more := 2; code := first MOD 16_10;
    | 16_F0 .. 16_F4 => more := 3; code := first MOD 16_08;
    ELSE RETURN 1;
    END;
    (* Neither longer than need be, nor a surrogate, nor past the last character. *)
    CASE first OF
    | 16_E0 => low := 16_A0;
    | 16_ED => high := 16_9F;
    | 16_F0 => low := 16_90;
    | 16_F4 => high := 16_8F;
    ELSE
    END;
    FOR at := i + 1 TO i + more DO
      IF at >= n THEN RETURN 0 END;
      IF ORD(bytes[at]) < low OR ORD(bytes[at]) > high THEN code := first; RETURN 1 END;
      code := code * 16_40 + ORD(bytes[at]) MOD 16_40;
      low := 16_80;
      high := 16_BF;
    END;
    RETURN more + 1;
  END Decode;

(* The bytes "0 .. n - 1" as characters of the window; the number of characters. What is left of the bytes goes to their start. *)
PROCEDURE Take(rd: Reader; n: CARDINAL; ended: BOOLEAN): CARDINAL =
  VAR
    i, count, code, length: CARDINAL := 0;
  BEGIN
    rd.wide := NIL;
    WHILE i < n DO
      length := Decode(rd.bytes^, i, n, code);
      IF length = 0 THEN
        IF NOT ended THEN EXIT END;
        code := ORD(rd.bytes[i]);
        length := 1;
      END;
      INC(i, length);
      rd.window[count] := VAL(code, WIDECHAR);
      IF code <= LastLatin1 THEN
        rd.buff[count] := VAL(code, CHAR);
      ELSE
        rd.buff[count] := '?';
        rd.wide := rd.window;
      END;
      INC(count);
    END;
    rd.left := n - i;
    SUBARRAY(rd.bytes^, 0, rd.left) := SUBARRAY(rd.bytes^, i, rd.left);
    RETURN count;
  END Take;

PROCEDURE RdSeek(rd: Reader; n: CARDINAL; dontBlock: BOOLEAN): RdClass.SeekResult =
  VAR got, count: CARDINAL;
  BEGIN
    REPEAT
      IF dontBlock AND NOT ConsoleDevice.Ready() THEN RETURN RdClass.SeekResult.WouldBlock END;
      got := ConsoleDevice.Read(SUBARRAY(rd.bytes^, rd.left, BufferSize - rd.left));
      count := Take(rd, rd.left + got, got = 0);
    UNTIL count > 0 OR got = 0;
    rd.lo := n;
    rd.cur := n;
    rd.hi := n + count;
    IF count = 0 THEN RETURN RdClass.SeekResult.Eof END;
    RETURN RdClass.SeekResult.Ready;
  END RdSeek;

(* Single characters are not kept back: the machine gathers them. *)
PROCEDURE NewWriter(port: ConsoleDevice.Port): Wr.T =
  BEGIN
    RETURN NEW(Writer, port := port, buff := NEW(REF ARRAY OF CHAR, BufferSize), hi := BufferSize, buffered := FALSE);
  END NewWriter;

BEGIN
  stdin := NEW(Reader, intermittent := TRUE, buff := NEW(REF ARRAY OF CHAR, BufferSize), bytes := NEW(REF ARRAY OF CHAR, BufferSize),
               window := NEW(REF ARRAY OF WIDECHAR, BufferSize));
  stdout := NewWriter(ConsoleDevice.Port.Output);
  stderr := NewWriter(ConsoleDevice.Port.Error);
  bufferedStderr := stderr;
END Stdio.
