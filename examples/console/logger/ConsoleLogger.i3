INTERFACE ConsoleLogger;

IMPORT Console;

(* Logs every "Console.Write" from the moment this extension is loaded. *)

PROCEDURE Log(t: Console.T; msg: TEXT);

END ConsoleLogger.
