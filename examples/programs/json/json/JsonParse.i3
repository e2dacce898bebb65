INTERFACE JsonParse;

IMPORT Json, Rd, Thread;

EXCEPTION Error(Problem);

TYPE
  Problem = RECORD
      line, column: CARDINAL;    (* from 1 *)
      message: TEXT;
    END;

CONST MaxDepth = 500;

PROCEDURE Read(rd: Rd.T): Json.T RAISES {Error, Rd.Failure, Thread.Alerted};
(* The one value that the whole of "rd" is. Arrays and objects may be nested "MaxDepth" deep. *)

END JsonParse.
