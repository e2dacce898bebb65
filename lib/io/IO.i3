INTERFACE IO;

(* Simple input and output, for programs that want no more. Each procedure works on the console
   ("Stdio.stdout", "Stdio.stdin") unless another stream is given; NIL means the console, too.
   Output failures are ignored. *)

IMPORT Rd, Wr;

PROCEDURE Put(txt: TEXT; wr: Wr.T := NIL);
PROCEDURE PutChar(ch: CHAR; wr: Wr.T := NIL);
PROCEDURE PutWideChar(ch: WIDECHAR; wr: Wr.T := NIL);
PROCEDURE PutInt(n: INTEGER; wr: Wr.T := NIL);
PROCEDURE PutReal(r: REAL; wr: Wr.T := NIL);

PROCEDURE PutError(txt: TEXT; wr: Wr.T := NIL);
(* Like "Put", but NIL means "Stdio.stderr". *)

PROCEDURE EOF(rd: Rd.T := NIL): BOOLEAN;

EXCEPTION Error;

PROCEDURE GetLine(rd: Rd.T := NIL): TEXT RAISES {Error};
(* The next line without its end; "Error" at the end of the stream. *)

PROCEDURE GetChar(rd: Rd.T := NIL): CHAR RAISES {Error};
PROCEDURE GetWideChar(rd: Rd.T := NIL): WIDECHAR RAISES {Error};
(* The next character; "GetChar" gives "?" for one that is no CHAR. *)

PROCEDURE GetInt(rd: Rd.T := NIL): INTEGER RAISES {Error};
(* Skip blanks and read a decimal integer; "Error" if there is none or it is too large. *)

PROCEDURE GetReal(rd: Rd.T := NIL): REAL RAISES {Error};

END IO.
