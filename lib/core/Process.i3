INTERFACE Process;

(* The running program as a whole. *)

TYPE ExitCode = [-16_80000000 .. 16_7FFFFFFF];

<*EXTERNAL*>
PROCEDURE Exit(n: ExitCode := 0);
(* Call the registered exitors, the last one first, and end the run with exit code "n". Never returns.
   Calling it again while exitors run ends the run at once. *)

<*EXTERNAL*>
PROCEDURE Crash(msg: TEXT);
(* Write "msg" to the error port and end the run as an uncaught exception does. Never returns. *)

<*EXTERNAL*>
PROCEDURE RegisterExitor(p: PROCEDURE());
(* Let "Exit", or the normal end of the program, call "p". *)

END Process.
