INTERFACE SendFile;

(* A call that the kernel did not have: accept the next connection, ask the application's own parser which
   file it wants, and send that file, without going back and forth. *)

CONST Number = 42;
(* For "Trap.Call", with a "Job" as the argument; the result is the job, or NIL if no connection waits. *)

TYPE
  Parser = PROCEDURE (request: TEXT): TEXT;
  (* From a request to a file's name; NIL if it cannot be understood. *)

  Job = REF RECORD parse: Parser END;

END SendFile.
