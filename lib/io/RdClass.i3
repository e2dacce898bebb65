INTERFACE RdClass;

(* How readers are made: a new class of readers is a subtype of "Rd.T" that overrides "seek" and,
   as it needs, the others.

   A reader holds a window of its characters in a buffer: while "closed" is false,
   "buff[st + i - lo]" is character "i" for "lo <= i < hi", and "lo <= cur <= hi". If "wide" is not NIL, "wide[st + i - lo]" is that
   character, and "buff" has "?" for those that are no CHARs.

     seek(n, dontBlock)  make a window with "cur = n" and "cur < hi" and answer "Ready"; "Eof" when there is
                         no such character; "WouldBlock" when "dontBlock" and the source keeps us waiting.
                         "n = hi" is always asked for; another "n" only of a seekable reader.
     getSub(out)         as "Rd.GetSub"; the default reads through the buffer.
     length()            the number of characters; the default is -1, unknown.
     close()             release what the reader holds; the default does nothing. *)

IMPORT Rd;
FROM Rd IMPORT Failure;
FROM Thread IMPORT Alerted;

TYPE SeekResult = {Ready, WouldBlock, Eof};

REVEAL
  Rd.T = BRANDED "Rd.T" OBJECT
    buff         : REF ARRAY OF CHAR := NIL;
    wide         : REF ARRAY OF WIDECHAR := NIL;
    st           : CARDINAL := 0;
    cur          : CARDINAL := 0;
    lo           : CARDINAL := 0;
    hi           : CARDINAL := 0;
    closed       : BOOLEAN := FALSE;
    seekable     : BOOLEAN := FALSE;
    intermittent : BOOLEAN := FALSE;
  METHODS
    seek(n: CARDINAL; dontBlock: BOOLEAN): SeekResult RAISES {Failure, Alerted};
    getSub(VAR out: ARRAY OF CHAR): CARDINAL RAISES {Failure, Alerted} := GetSubDefault;
    length(): INTEGER RAISES {Failure, Alerted} := LengthDefault;
    close() RAISES {Failure, Alerted} := CloseDefault;
  END;

PROCEDURE GetSubDefault(rd: Rd.T; VAR out: ARRAY OF CHAR): CARDINAL RAISES {Failure, Alerted};
PROCEDURE LengthDefault(rd: Rd.T): INTEGER RAISES {Failure, Alerted};
PROCEDURE CloseDefault(rd: Rd.T) RAISES {Failure, Alerted};

END RdClass.
