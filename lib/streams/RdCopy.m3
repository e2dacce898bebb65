MODULE RdCopy;

IMPORT Rd, Text, Wr;
FROM Thread IMPORT Alerted;

TYPE Chunk = ARRAY [0 .. 1023] OF CHAR;

PROCEDURE ToWriter(rd: Rd.T; wr: Wr.T; length: CARDINAL := LAST(CARDINAL)): CARDINAL RAISES {Rd.Failure, Wr.Failure, Alerted} =
  VAR done, n: CARDINAL := 0;
  BEGIN
    LOOP
      n := Ready(rd, length - done);
      IF n = 0 THEN RETURN done END;
      (* As a text, for there may be characters that are no CHARs. *)
      WITH t = Rd.GetText(rd, n) DO
        Wr.PutText(wr, t);
        INC(done, Text.Length(t));
      END;
    END;
  END ToWriter;

PROCEDURE ToProc(rd: Rd.T; proc: PROCEDURE(READONLY a: ARRAY OF CHAR) RAISES ANY; length: CARDINAL := LAST(CARDINAL)): CARDINAL RAISES ANY =
  VAR
    chunk: Chunk;
    done, n: CARDINAL := 0;
  BEGIN
    LOOP
      n := Rd.GetSub(rd, SUBARRAY(chunk, 0, Ready(rd, length - done)));
      IF n = 0 THEN RETURN done END;
      proc(SUBARRAY(chunk, 0, n));
      INC(done, n);
    END;
  END ToProc;

(* How many characters to pass on next: those that are there; only when nothing is there do we wait. *)
PROCEDURE Ready(rd: Rd.T; most: CARDINAL): CARDINAL RAISES {Rd.Failure, Alerted} =
  BEGIN
    IF most = 0 OR Rd.EOF(rd) THEN RETURN 0 END;
    RETURN MIN(MIN(most, NUMBER(Chunk)), MAX(Rd.CharsReady(rd), 1));
  END Ready;

PROCEDURE FromProc(wr: Wr.T; proc: PROCEDURE(VAR a: ARRAY OF CHAR): CARDINAL RAISES ANY; length: CARDINAL := LAST(CARDINAL)): CARDINAL
  RAISES ANY =
  VAR
    chunk: Chunk;
    done, room, n: CARDINAL := 0;
  BEGIN
    WHILE done < length DO
      room := MIN(length - done, NUMBER(chunk));
      n := proc(SUBARRAY(chunk, 0, room));
      Wr.PutString(wr, SUBARRAY(chunk, 0, n));
      INC(done, n);
      IF n < room THEN EXIT END;
    END;
    RETURN done;
  END FromProc;

BEGIN
END RdCopy.
