MODULE SendFile;

IMPORT Dispatcher, FileCache, IO, Net, Trap;

FUNCTIONAL PROCEDURE IsOurs(number: INTEGER; <*UNUSED*> argument: REFANY): BOOLEAN =
  BEGIN
    RETURN number = Number;
  END IsOurs;

PROCEDURE Serve(<*UNUSED*> number: INTEGER; argument: REFANY): REFANY =
  VAR
    connection := Net.Accept();
    name, contents: TEXT := NIL;
  BEGIN
    IF connection = NIL THEN RETURN NIL END;
    TYPECASE argument OF
    | Job(job) => IF job # NIL AND job.parse # NIL THEN name := job.parse(Net.Request(connection)) END;
    ELSE
    END;
    IF name # NIL THEN contents := FileCache.Get(name) END;
    IF contents = NIL THEN contents := "404" END;
    Net.Send(connection, contents);
    RETURN argument;
  END Serve;

BEGIN
  TRY
    EVAL Dispatcher.InstallHandler(Trap.Extended, IsOurs, Serve);
  EXCEPT
  | Dispatcher.Error => IO.Put("sendfile: cannot install\n");
  END;
END SendFile.
