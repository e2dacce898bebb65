MODULE Readers EXPORTS Main;

IMPORT Fmt, IO, NameServer;

PROCEDURE Show(path: TEXT; follow := TRUE) =
  BEGIN
    TRY
      TYPECASE NameServer.Lookup(NIL, path, NOT follow) OF
      | NULL => IO.Put(path & " is NIL\n");
      | REF INTEGER (n) => IO.Put(path & " is the number " & Fmt.Int(n^) & "\n");
      | REF TEXT (t) => IO.Put(path & " is " & t^ & "\n");
      | NameServer.T (t) => IO.Put(path & " is a name space of " & Fmt.Int(t.size()) & "\n");
      | NameServer.Alias => IO.Put(path & " is an alias\n");
      ELSE IO.Put(path & " is something else\n");
      END;
    EXCEPT
    | NameServer.Error (ec) => IO.Put(path & ": " & NameServer.Fmt(ec) & "\n");
    END;
  END Show;

PROCEDURE Try(what: TEXT; path: TEXT) =
  BEGIN
    TRY
      NameServer.Attach(NIL, path, NEW(REF INTEGER));
      IO.Put(what & " " & path & ": done\n");
    EXCEPT
    | NameServer.Error (ec) => IO.Put(what & " " & path & ": " & NameServer.Fmt(ec) & "\n");
    END;
  END Try;

PROCEDURE List(path: TEXT) =
  VAR
    name: TEXT;
    object: REFANY;
  <*FATAL NameServer.Error*>
  BEGIN
    IO.Put(path & ":");
    WITH i = NARROW(NameServer.Lookup(NIL, path), NameServer.T).iterate() DO
      WHILE i.next(name, object) DO IO.Put(" " & name) END;
    END;
    IO.Put("\n");
  END List;

BEGIN
  Show("/svc/numbers/42");
  Show("/svc/numbers/4x");
  Show("/svc/versions");
  Show("/svc/versions/v1");
  Show("/svc/versions/latest");
  Show("/svc/versions/latest", follow := FALSE);
  Show("/svc/versions/old/older");
  Show("/svc/versions/v3");
  Show("/svc/versions/v1/deeper");
  List("/svc/versions");
  List("/svc");
  Try("attach", "/svc/versions/v3");
  Try("attach", "/svc/mine");
  Try("attach again", "/svc/mine");
  Try("attach", "/");
END Readers.
