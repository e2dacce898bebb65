INTERFACE Rd;

(* An "Rd.T" (a reader) is a stream of characters that a program consumes.

   Abstract state of a reader "rd":
     "src(rd)"      the sequence of characters, perhaps without end;
     "cur(rd)"      the position, from 0, of the next character;
     "closed(rd)", "seekable(rd)", "intermittent(rd)" (its source may keep it waiting).

   The characters are CHARs. Readers of sources that have others as well, as those of "TextRd" and "Stdio" may, give "?" for them where
   CHARs are asked for, and what they are to the procedures with "Wide" in their names and to those whose result is a TEXT.

   "RdClass" reveals how readers are made. Using a closed reader, seeking one that is not seekable, or
   an "UnGetChar" that has nothing to take back is an "Error". *)

IMPORT AtomList;
FROM Thread IMPORT Alerted;

TYPE
  T <: ROOT;
  Code = {Closed, Unseekable, Intermittent, CantUnget};

EXCEPTION
  EndOfFile;              (* there is no further character *)
  Failure(AtomList.T);    (* the source failed *)
  <*IMPLICIT*>
  Error(Code);            (* a mistake of the client *)

PROCEDURE GetChar(rd: T): CHAR RAISES {EndOfFile, Failure, Alerted};
(* The next character, which is consumed. *)

PROCEDURE GetWideChar(rd: T): WIDECHAR RAISES {EndOfFile, Failure, Alerted};
(* The same; it can be taken back, too. *)

PROCEDURE EOF(rd: T): BOOLEAN RAISES {Failure, Alerted};
(* Is there no further character? May wait for the source. *)

PROCEDURE UnGetChar(rd: T);
(* Take back the last "GetChar"; nothing else may have happened to "rd" since. *)

PROCEDURE CharsReady(rd: T): CARDINAL RAISES {Failure};
(* How many characters can be read without waiting; at least 1 at the end of the stream. *)

PROCEDURE GetSub(rd: T; VAR out: ARRAY OF CHAR): CARDINAL RAISES {Failure, Alerted};
(* Read until "out" is full or the stream ends; the number of characters read. *)

PROCEDURE GetWideSub(rd: T; VAR out: ARRAY OF WIDECHAR): CARDINAL RAISES {Failure, Alerted};
(* The same. *)

PROCEDURE GetSubLine(rd: T; VAR out: ARRAY OF CHAR): CARDINAL RAISES {Failure, Alerted};
PROCEDURE GetWideSubLine(rd: T; VAR out: ARRAY OF WIDECHAR): CARDINAL RAISES {Failure, Alerted};
(* Like "GetSub", but also stop behind a newline, which is stored. *)

PROCEDURE GetText(rd: T; len: CARDINAL): TEXT RAISES {Failure, Alerted};
PROCEDURE GetWideText(rd: T; len: CARDINAL): TEXT RAISES {Failure, Alerted};
(* The next "len" characters, fewer at the end of the stream. *)

PROCEDURE GetLine(rd: T): TEXT RAISES {EndOfFile, Failure, Alerted};
PROCEDURE GetWideLine(rd: T): TEXT RAISES {EndOfFile, Failure, Alerted};
(* The characters up to the next newline (or "\r\n"), which is consumed but not returned.
   A last line without a newline is a line. *)

PROCEDURE Seek(rd: T; n: CARDINAL) RAISES {Failure, Alerted};
PROCEDURE Close(rd: T) RAISES {Failure, Alerted};
PROCEDURE Index(rd: T): CARDINAL;
PROCEDURE Length(rd: T): INTEGER RAISES {Failure, Alerted};
(* The number of characters; -1 if unknown. *)
PROCEDURE Intermittent(rd: T): BOOLEAN;
PROCEDURE Seekable(rd: T): BOOLEAN;
PROCEDURE Closed(rd: T): BOOLEAN;

END Rd.
