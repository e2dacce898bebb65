MODULE Trap;

IMPORT FileCache, Net;

VAR crossings := 0;

PROCEDURE Accept(): Net.T =
  BEGIN
    INC(crossings);
    RETURN Net.Accept();
  END Accept;

PROCEDURE ReadFile(name: TEXT): TEXT =
  BEGIN
    INC(crossings);
    RETURN FileCache.Get(name);
  END ReadFile;

PROCEDURE Send(connection: Net.T; data: TEXT) =
  BEGIN
    INC(crossings);
    Net.Send(connection, data);
  END Send;

PROCEDURE Request(connection: Net.T): TEXT =
  BEGIN
    RETURN Net.Request(connection);
  END Request;

PROCEDURE Call(number: INTEGER; argument: REFANY): REFANY =
  BEGIN
    INC(crossings);
    RETURN Extended(number, argument);
  END Call;

PROCEDURE Extended(<*UNUSED*> number: INTEGER; <*UNUSED*> argument: REFANY): REFANY =
  BEGIN
    RETURN NIL;
  END Extended;

PROCEDURE Crossings(): CARDINAL =
  VAR result := crossings;
  BEGIN
    crossings := 0;
    RETURN result;
  END Crossings;

BEGIN
END Trap.
