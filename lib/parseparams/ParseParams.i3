INTERFACE ParseParams;

(* The program's parameters in the order in which the program wants to know them, whatever the order in which they were given: keywords, the values
   that follow them, and what is left over.

   Abstract state of a parser: the parameters "arg", number 0 the program's name; which of them are "parsed"; the one that is "next".
   A mistake of the user's is written to the writer given to "init", in a line of its own, and "Error" is raised. *)

IMPORT Wr;

EXCEPTION Error;

TYPE
  T <: Public;
  Public = OBJECT
    arg: REF ARRAY OF TEXT;
    parsed: REF ARRAY OF BOOLEAN;
    next: CARDINAL;
  METHODS
    init(wr: Wr.T): T;
    (* All parameters of the program; only number 0 is parsed, and number 1 is next. Returns itself. *)

    keywordPresent(key: TEXT): BOOLEAN;
    (* Is a parameter that is not parsed equal to "key"? If so, the first of them is parsed now, and the one after it is next. *)

    getKeyword(key: TEXT) RAISES {Error};
    (* The same, but it must be there. *)

    getNext(): TEXT RAISES {Error};
    (* The next parameter; it is parsed, and the one after it is next. There must be one that is not parsed. *)

    testNext(key: TEXT): BOOLEAN;
    (* Is there a next parameter, not parsed, and equal to "key"? If so, it is parsed, and the one after it is next. *)

    getNextInt(min := FIRST(INTEGER); max := LAST(INTEGER)): INTEGER RAISES {Error};
    getNextReal(min := FIRST(REAL); max := LAST(REAL)): REAL RAISES {Error};
    getNextLongReal(min := FIRST(LONGREAL); max := LAST(LONGREAL)): LONGREAL RAISES {Error};
    (* As "getNext", for a number from "min" to "max" as "Scan" reads it. *)

    error(msg: TEXT) RAISES {Error};
    (* Write "msg", and raise "Error". *)

    skipParsed() RAISES {Error};
    (* The first parameter that is not parsed is next; none after it may be parsed. *)

    finish() RAISES {Error};
    (* All must be parsed. *)
  END;

END ParseParams.
