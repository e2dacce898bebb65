INTERFACE Wr;

(* A "Wr.T" (a writer) is a stream of characters that a program produces.

   Abstract state of a writer "wr":
     "c(wr)"       the characters written so far;
     "cur(wr)"     the position, from 0, where the next character goes;
     "closed(wr)", "seekable(wr)", "buffered(wr)".
   The characters are CHARs. A writer that can take WIDECHARs as well, as those of "TextWr" and "Stdio" can, says so; another one
   puts "?" for a character that is no CHAR.
   After a seek back, characters written replace those that were there.
   What is written to a buffered writer reaches its target when it is flushed or closed,
   or when its buffer is full.

   "WrClass" reveals how writers are made; "TextWr" and "Stdio" have some ready.
   Using a closed writer, or seeking one that is not seekable, is an "Error". *)

IMPORT AtomList;
FROM Thread IMPORT Alerted;

TYPE
  T <: ROOT;
  Code = {Closed, Unseekable};

EXCEPTION
  Failure(AtomList.T);    (* the target cannot take what is written *)
  <*IMPLICIT*>
  Error(Code);            (* a mistake of the client *)

CONST EOL = "\n";

PROCEDURE PutChar(wr: T; ch: CHAR) RAISES {Failure, Alerted};
(* Write "ch" at "cur(wr)" and move past it. *)

PROCEDURE PutWideChar(wr: T; ch: WIDECHAR) RAISES {Failure, Alerted};
(* Write "ch" at "cur(wr)" and move past it: one position, whatever the character. *)

PROCEDURE PutText(wr: T; t: TEXT) RAISES {Failure, Alerted};
PROCEDURE PutWideText(wr: T; t: TEXT) RAISES {Failure, Alerted};
(* Write the characters of "t" in order. *)

PROCEDURE PutString(wr: T; READONLY a: ARRAY OF CHAR) RAISES {Failure, Alerted};
PROCEDURE PutWideString(wr: T; READONLY a: ARRAY OF WIDECHAR) RAISES {Failure, Alerted};
(* Write the characters of "a" in order. *)

PROCEDURE Seek(wr: T; n: CARDINAL) RAISES {Failure, Alerted};
(* Set "cur(wr)" to the smaller of "n" and the length. *)

PROCEDURE Flush(wr: T) RAISES {Failure, Alerted};
(* Bring everything written so far to the target. *)

PROCEDURE Close(wr: T) RAISES {Failure, Alerted};
(* Flush, give up what the writer holds, and set "closed(wr)". Closing twice does nothing. *)

PROCEDURE Length(wr: T): CARDINAL RAISES {Failure, Alerted};
PROCEDURE Index(wr: T): CARDINAL;
PROCEDURE Seekable(wr: T): BOOLEAN;
PROCEDURE Closed(wr: T): BOOLEAN;
PROCEDURE Buffered(wr: T): BOOLEAN;

END Wr.
