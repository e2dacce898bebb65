MODULE Services EXPORTS Main;

(* Each service has a guard with a constant of its own. The dispatcher finds the constants in the guards' code and looks the port up:
   a raise costs the same for four services as for a thousand. The last two share a port and look further. *)

IMPORT Dispatcher, Fmt, IO, Port;

<*FATAL Dispatcher.Error*>

FUNCTIONAL PROCEDURE IsSmtp(to: INTEGER; <*UNUSED*> READONLY packet: ARRAY OF CHAR): BOOLEAN =
  BEGIN
    RETURN to = 25;
  END IsSmtp;

FUNCTIONAL PROCEDURE IsWeb(to: INTEGER; <*UNUSED*> READONLY packet: ARRAY OF CHAR): BOOLEAN =
  BEGIN
    RETURN to = 80 OR to = 8080;
  END IsWeb;

FUNCTIONAL PROCEDURE IsQuery(to: INTEGER; READONLY packet: ARRAY OF CHAR): BOOLEAN =
  BEGIN
    RETURN to = 53 AND packet[0] = 'Q';
  END IsQuery;

FUNCTIONAL PROCEDURE IsAnswer(to: INTEGER; READONLY packet: ARRAY OF CHAR): BOOLEAN =
  BEGIN
    RETURN to = 53 AND packet[0] = 'A';
  END IsAnswer;

PROCEDURE Serve(name: REF TEXT; to: INTEGER; READONLY packet: ARRAY OF CHAR) =
  BEGIN
    IO.Put(name^ & " takes " & Fmt.Int(NUMBER(packet)) & " bytes for port " & Fmt.Int(to) & "\n");
  END Serve;

PROCEDURE Offer(name: TEXT; guard: PROCANY) =
  VAR closure := NEW(REF TEXT);
  BEGIN
    closure^ := name;
    EVAL Dispatcher.InstallHandler(Port.Arrived, guard, Serve, NIL, closure);
  END Offer;

BEGIN
  Offer("mail", IsSmtp);
  Offer("web", IsWeb);
  Offer("names, query", IsQuery);
  Offer("names, answer", IsAnswer);
  Port.Arrived(80, ARRAY OF CHAR{'G', 'E', 'T'});
  Port.Arrived(8080, ARRAY OF CHAR{'P', 'U', 'T'});
  Port.Arrived(25, ARRAY OF CHAR{'H', 'E', 'L', 'O'});
  Port.Arrived(53, ARRAY OF CHAR{'A', '1'});
  Port.Arrived(53, ARRAY OF CHAR{'Q', '2'});
  Port.Arrived(99, ARRAY OF CHAR{'?'});
END Services.
