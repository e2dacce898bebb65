MODULE Stdio;

IMPORT ConsoleDevice, Rd, RdClass, Wr, WrClass;

CONST BufferSize = 1024;

TYPE
  (* The window is empty between calls but for single characters on their way. *)
  Writer = Wr.T OBJECT
    port: ConsoleDevice.Port;
  OVERRIDES
    seek := WrSeek;
    putString := WrPutString;
    flush := Drain;
  END;

  Reader = Rd.T OBJECT OVERRIDES seek := RdSeek END;

(* Send the window to the console. *)
PROCEDURE Drain(wr: Writer) =
  BEGIN
    IF wr.cur > wr.lo THEN
      ConsoleDevice.Write(wr.port, SUBARRAY(wr.buff^, wr.st, wr.cur - wr.lo));
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
    ConsoleDevice.Write(wr.port, a);
    INC(wr.cur, NUMBER(a));
    wr.lo := wr.cur;
    wr.hi := wr.lo + BufferSize;
  END WrPutString;

PROCEDURE RdSeek(rd: Reader; n: CARDINAL; dontBlock: BOOLEAN): RdClass.SeekResult =
  VAR got: CARDINAL;
  BEGIN
    IF dontBlock AND NOT ConsoleDevice.Ready() THEN RETURN RdClass.SeekResult.WouldBlock END;
    got := ConsoleDevice.Read(rd.buff^);
    rd.lo := n;
    rd.cur := n;
    rd.hi := n + got;
    IF got = 0 THEN RETURN RdClass.SeekResult.Eof END;
    RETURN RdClass.SeekResult.Ready;
  END RdSeek;

(* Single characters are not kept back: the machine gathers them. *)
PROCEDURE NewWriter(port: ConsoleDevice.Port): Wr.T =
  BEGIN
    RETURN NEW(Writer, port := port, buff := NEW(REF ARRAY OF CHAR, BufferSize), hi := BufferSize, buffered := FALSE);
  END NewWriter;

BEGIN
  stdin := NEW(Reader, buff := NEW(REF ARRAY OF CHAR, BufferSize), intermittent := TRUE);
  stdout := NewWriter(ConsoleDevice.Port.Output);
  stderr := NewWriter(ConsoleDevice.Port.Error);
  bufferedStderr := stderr;
END Stdio.
