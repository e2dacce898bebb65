INTERFACE RTProcess;

(* The end of the running program: "Process" as older programs know it. *)

PROCEDURE RegisterExitor(p: PROCEDURE());
(* Let "Exit", or the normal end of the program, call "p"; the last one first. *)

PROCEDURE Exit(n: INTEGER);
(* Call the exitors and end the run with the lowest 32 bits of "n" as its exit code. Never returns. *)

PROCEDURE Crash(msg: TEXT);
(* Write "msg" to the error port and end the run as an uncaught exception does. Never returns. *)

PROCEDURE TimeUsed(): REAL;
(* Seconds of virtual time since power-on. *)

END RTProcess.
