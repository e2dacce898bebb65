MODULE Net;

REVEAL
  T = BRANDED "Net.T" REF RECORD
    request: TEXT;
    answer := "";
    next: T := NIL;
  END;

VAR first, last: T := NIL;

PROCEDURE Connect(request: TEXT): T =
  VAR connection := NEW(T, request := request);
  BEGIN
    IF first = NIL THEN first := connection ELSE last.next := connection END;
    last := connection;
    RETURN connection;
  END Connect;

PROCEDURE Accept(): T =
  VAR connection := first;
  BEGIN
    IF connection # NIL THEN first := connection.next END;
    RETURN connection;
  END Accept;

PROCEDURE Request(connection: T): TEXT =
  BEGIN
    RETURN connection.request;
  END Request;

PROCEDURE Send(connection: T; data: TEXT) =
  BEGIN
    connection.answer := connection.answer & data;
  END Send;

PROCEDURE Answer(connection: T): TEXT =
  BEGIN
    RETURN connection.answer;
  END Answer;

BEGIN
END Net.
