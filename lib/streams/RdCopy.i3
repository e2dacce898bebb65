INTERFACE RdCopy;

(* Copying from readers and to writers, many characters at a time. *)

IMPORT Rd, Wr;
FROM Thread IMPORT Alerted;

PROCEDURE ToWriter(rd: Rd.T; wr: Wr.T; length: CARDINAL := LAST(CARDINAL)): CARDINAL RAISES {Rd.Failure, Wr.Failure, Alerted};
(* Write the next "length" characters of "rd", or as many as there are, to "wr"; the number of characters. *)

PROCEDURE ToProc(rd: Rd.T; proc: PROCEDURE(READONLY a: ARRAY OF CHAR) RAISES ANY; length: CARDINAL := LAST(CARDINAL)): CARDINAL RAISES ANY;
(* The same, to "proc", which is called with one or more characters at a time. Raises what "proc" raises, "Rd.Failure" and "Alerted". *)

PROCEDURE FromProc(wr: Wr.T; proc: PROCEDURE(VAR a: ARRAY OF CHAR): CARDINAL RAISES ANY; length: CARDINAL := LAST(CARDINAL)): CARDINAL
  RAISES ANY;
(* Write up to "length" characters that "proc" puts at the beginning of arrays, and returns the number of; fewer than fit are the last.
   The number of characters. Raises what "proc" raises, "Wr.Failure" and "Alerted". *)

END RdCopy.
