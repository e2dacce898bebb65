MODULE Directory EXPORTS Main;

(* Name spaces are objects: a subtype decides by its methods what its names mean, and who may change them. *)

IMPORT Fmt, IO, NameServer, Text;

TYPE
  Number = REF INTEGER;

  (* Has every number there is, without keeping any. *)
  Numbers = NameServer.T OBJECT
  OVERRIDES
    lookup := LookUpNumber;
  END;

  (* Shows what another name space has; nobody changes that through it. *)
  ReadOnly = NameServer.T OBJECT
    of: NameServer.T;
  OVERRIDES
    lookup := LookUpBehind;
    size := SizeBehind;
    getEntries := EntriesBehind;
  END;

  (* Whatever is newest. *)
  Latest = NameServer.Alias OBJECT
  OVERRIDES
    getObject := GetLatest;
  END;

VAR
  names := NEW(NameServer.Default).init();
  latest: REFANY := NIL;

PROCEDURE LookUpNumber(<*UNUSED*> self: Numbers; VAR name: NameServer.Name; <*UNUSED*> dontFollowAlias: BOOLEAN): REFANY
    RAISES {NameServer.Error} =
  VAR
    component: TEXT;
    n := 0;
    result := NEW(Number);
  BEGIN
    NameServer.GetComponent(name, component);
    FOR i := 0 TO Text.Length(component) - 1 DO
      WITH c = Text.GetChar(component, i) DO
        IF c < '0' OR c > '9' THEN RAISE NameServer.Error(NameServer.EC.NameNotFound) END;
        n := 10 * n + ORD(c) - ORD('0');
      END;
    END;
    result^ := n;
    RETURN result;
  END LookUpNumber;

PROCEDURE LookUpBehind(self: ReadOnly; VAR name: NameServer.Name; dontFollowAlias: BOOLEAN): REFANY RAISES {NameServer.Error} =
  BEGIN
    RETURN self.of.lookup(name, dontFollowAlias);
  END LookUpBehind;

PROCEDURE SizeBehind(self: ReadOnly): CARDINAL =
  BEGIN
    RETURN self.of.size();
  END SizeBehind;

PROCEDURE EntriesBehind(self: ReadOnly; cookie: NameServer.Cookie; VAR ent: ARRAY OF NameServer.Entry): CARDINAL =
  BEGIN
    RETURN self.of.getEntries(cookie, ent);
  END EntriesBehind;

PROCEDURE GetLatest(<*UNUSED*> self: Latest): REFANY =
  BEGIN
    RETURN latest;
  END GetLatest;

PROCEDURE Release(version: TEXT) RAISES {NameServer.Error} =
  VAR r := NEW(REF TEXT);
  BEGIN
    r^ := version;
    names.attach(version, r);
    latest := r;
    IO.Put("directory: " & version & " is the latest of " & Fmt.Int(names.size()) & " entries\n");
  END Release;

<*FATAL NameServer.Error*>
BEGIN
  (* Two levels: the global name is this extension's own name space; what is in it concerns nobody else. *)
  NameServer.Attach(NIL, "/svc/numbers", NEW(Numbers).init());
  NameServer.Attach(NIL, "/svc/versions", NEW(ReadOnly, of := names).init());
  names.attach("latest", NEW(Latest));
  Release("v1");
  Release("v2");
  EVAL names.create("old").create("older");
END Directory.
