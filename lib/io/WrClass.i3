INTERFACE WrClass;

(* How writers are made: a new class of writers is a subtype of "Wr.T" that overrides "seek" and,
   as it needs, the others.

   A writer holds a window of its characters in a buffer: while "closed" is false,
   "buff[st + i - lo]" is character "i" for "lo <= i < cur", and "lo <= cur <= hi".
   Characters of the window may differ from what has reached the target.

     seek(n)      bring the window to the target, then make a window with "cur = n" and,
                  so that a character can be written, "cur < hi" and room for "hi - lo" characters.
                  "n = cur" is always asked for; another "n" only of a seekable writer.
     putString(a) as "Wr.PutString"; the default writes through the buffer.
     putWide(a)   as "Wr.PutWideString"; the default puts "?" for characters that are no CHARs.
     length()     the number of characters; the default is "cur".
     flush()      bring everything written to the target; the default does nothing.
     close()      release what the writer holds; the default does nothing. *)

IMPORT Wr;
FROM Wr IMPORT Failure;
FROM Thread IMPORT Alerted;

REVEAL
  Wr.T = BRANDED "Wr.T" OBJECT
    buff     : REF ARRAY OF CHAR := NIL;
    st       : CARDINAL := 0;
    cur      : CARDINAL := 0;
    lo       : CARDINAL := 0;
    hi       : CARDINAL := 0;
    closed   : BOOLEAN := FALSE;
    seekable : BOOLEAN := FALSE;
    buffered : BOOLEAN := TRUE;
  METHODS
    seek(n: CARDINAL) RAISES {Failure, Alerted};
    putString(READONLY a: ARRAY OF CHAR) RAISES {Failure, Alerted} := PutStringDefault;
    putWide(READONLY a: ARRAY OF WIDECHAR) RAISES {Failure, Alerted} := PutWideDefault;
    length(): CARDINAL RAISES {Failure, Alerted} := LengthDefault;
    flush() RAISES {Failure, Alerted} := FlushDefault;
    close() RAISES {Failure, Alerted} := CloseDefault;
  END;

PROCEDURE PutStringDefault(wr: Wr.T; READONLY a: ARRAY OF CHAR) RAISES {Failure, Alerted};
PROCEDURE PutWideDefault(wr: Wr.T; READONLY a: ARRAY OF WIDECHAR) RAISES {Failure, Alerted};
PROCEDURE LengthDefault(wr: Wr.T): CARDINAL RAISES {Failure, Alerted};
PROCEDURE FlushDefault(wr: Wr.T) RAISES {Failure, Alerted};
PROCEDURE CloseDefault(wr: Wr.T) RAISES {Failure, Alerted};

END WrClass.
