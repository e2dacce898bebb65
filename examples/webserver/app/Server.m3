MODULE Server EXPORTS Main;

(* A web server as an application: first with three calls a request, then with the extension's one. *)

IMPORT Fmt, IO, Net, SendFile, Text, Trap;

CONST Requests = ARRAY OF TEXT{"GET /index.html", "GET /paper.txt", "GET /missing", "GET /index.html", "DELETE everything"};

VAR clients: ARRAY [FIRST(Requests) .. LAST(Requests)] OF Net.T;

PROCEDURE Parse(request: TEXT): TEXT =
  BEGIN
    IF Text.Length(request) > 4 AND Text.Equal(Text.Sub(request, 0, 4), "GET ") THEN
      RETURN Text.Sub(request, 4);
    END;
    RETURN NIL;
  END Parse;

PROCEDURE ClientsConnect() =
  BEGIN
    FOR i := FIRST(Requests) TO LAST(Requests) DO clients[i] := Net.Connect(Requests[i]) END;
  END ClientsConnect;

PROCEDURE Report(how: TEXT) =
  BEGIN
    IO.Put(how & ": " & Fmt.Int(Trap.Crossings()) & " crossings for " & Fmt.Int(NUMBER(Requests)) & " requests\n");
    FOR i := FIRST(clients) TO LAST(clients) DO
      IO.Put("  " & Fmt.Pad(Requests[i], 18, align := Fmt.Align.Left) & "-> " & Net.Answer(clients[i]) & "\n");
    END;
  END Report;

PROCEDURE ServeByCalls() =
  VAR
    connection: Net.T;
    name, contents: TEXT;
  BEGIN
    FOR i := FIRST(Requests) TO LAST(Requests) DO
      connection := Trap.Accept();
      name := Parse(Trap.Request(connection));
      IF name = NIL THEN contents := NIL ELSE contents := Trap.ReadFile(name) END;
      IF contents = NIL THEN contents := "404" END;
      Trap.Send(connection, contents);
    END;
  END ServeByCalls;

PROCEDURE ServeByExtension() =
  VAR job := NEW(SendFile.Job, parse := Parse);
  BEGIN
    FOR i := FIRST(Requests) TO LAST(Requests) DO
      EVAL Trap.Call(SendFile.Number, job);
    END;
  END ServeByExtension;

BEGIN
  ClientsConnect();
  ServeByCalls();
  Report("three calls a request");
  ClientsConnect();
  ServeByExtension();
  Report("the send-file extension");
END Server.
