MODULE NameServer;

IMPORT Text;

TYPE
  Link = REF RECORD
    name: Name;
    object: REFANY;
    cookie: Cookie;  (* position, ascending along the list; the next entry is looked for after it *)
    next: Link;
  END;

REVEAL
  T = Public BRANDED "NameServer.T" OBJECT OVERRIDES
    init := Init;
    lookup := NoLookup;
    attach := NoAttach;
    detach := NoDetach;
    rename := NoRename;
    iterate := Iterate;
    size := NoSize;
    getEntries := NoEntries;
    create := NoCreate;
  END;

  Default = T BRANDED "NameServer.Default" OBJECT
    first, last: Link := NIL;
    count: CARDINAL := 0;
    nextCookie: Cookie := 1;
  OVERRIDES
    init := DefaultInit;
    lookup := DefaultLookup;
    attach := DefaultAttach;
    detach := DefaultDetach;
    rename := DefaultRename;
    size := DefaultSize;
    getEntries := DefaultEntries;
    create := DefaultCreate;
  END;

  Iterator = IteratorPublic BRANDED "NameServer.Iterator" OBJECT
    space: T := NIL;
    position: Cookie := 0;
  OVERRIDES
    next := Next;
    seek := Seek;
  END;

VAR root: T;

(* What a name space does that says nothing else: it is empty, and stays so. *)

PROCEDURE Init(self: T): T =
  BEGIN
    RETURN self;
  END Init;

PROCEDURE NoLookup(<*UNUSED*> self: T; <*UNUSED*> VAR name: Name; <*UNUSED*> dontFollowAlias: BOOLEAN): REFANY
    RAISES {Error} =
  BEGIN
    RAISE Error(EC.NameNotFound);
  END NoLookup;

PROCEDURE NoAttach(<*UNUSED*> self: T; <*UNUSED*> name: Name; <*UNUSED*> obj: REFANY) RAISES {Error} =
  BEGIN
    RAISE Error(EC.Unauthorized);
  END NoAttach;

PROCEDURE NoDetach(<*UNUSED*> self: T; <*UNUSED*> name: Name) RAISES {Error} =
  BEGIN
    RAISE Error(EC.NameNotFound);
  END NoDetach;

PROCEDURE NoRename(<*UNUSED*> self: T; <*UNUSED*> from, to: Name) RAISES {Error} =
  BEGIN
    RAISE Error(EC.NameNotFound);
  END NoRename;

PROCEDURE NoSize(<*UNUSED*> self: T): CARDINAL =
  BEGIN
    RETURN 0;
  END NoSize;

PROCEDURE NoEntries(<*UNUSED*> self: T; <*UNUSED*> cookie: Cookie; <*UNUSED*> VAR ent: ARRAY OF Entry): CARDINAL =
  BEGIN
    RETURN 0;
  END NoEntries;

PROCEDURE NoCreate(<*UNUSED*> self: T; <*UNUSED*> name: Name): T RAISES {Error} =
  BEGIN
    RAISE Error(EC.Unauthorized);
  END NoCreate;

(* Name spaces in memory: a list, since they are small and keep their order. *)

PROCEDURE DefaultInit(self: Default): T =
  BEGIN
    self.first := NIL;
    self.last := NIL;
    self.count := 0;
    RETURN self;
  END DefaultInit;

PROCEDURE Find(self: Default; name: Name): Link =
  VAR l := self.first;
  BEGIN
    WHILE l # NIL AND NOT Text.Equal(l.name, name) DO l := l.next END;
    RETURN l;
  END Find;

PROCEDURE DefaultLookup(self: Default; VAR name: Name; dontFollowAlias: BOOLEAN): REFANY RAISES {Error} =
  VAR component: Name;
  BEGIN
    GetComponent(name, component);
    WITH l = Find(self, component) DO
      IF l = NIL THEN RAISE Error(EC.NameNotFound) END;
      IF Text.Empty(name) AND dontFollowAlias THEN RETURN l.object END;
      RETURN Followed(l.object);
    END;
  END DefaultLookup;

(* What an alias stands for; of aliases that stand for aliases the last one. *)
PROCEDURE Followed(object: REFANY): REFANY RAISES {Error} =
  BEGIN
    FOR i := 1 TO 64 DO
      TYPECASE object OF
      | NULL => RAISE Error(EC.NameNotFound);
      | Alias (alias) => object := alias.getObject();
      ELSE RETURN object;
      END;
    END;
    RAISE Error(EC.Panic);
  END Followed;

PROCEDURE DefaultAttach(self: Default; name: Name; obj: REFANY) RAISES {Error} =
  BEGIN
    IF obj = NIL OR NOT IsNameValid(name) THEN RAISE Error(EC.InvalidName) END;
    IF Find(self, name) # NIL THEN RAISE Error(EC.NameExists) END;
    WITH l = NEW(Link, name := name, object := obj, cookie := self.nextCookie) DO
      INC(self.nextCookie);
      INC(self.count);
      IF self.last = NIL THEN self.first := l ELSE self.last.next := l END;
      self.last := l;
    END;
  END DefaultAttach;

PROCEDURE DefaultDetach(self: Default; name: Name) RAISES {Error} =
  VAR l := self.first; before: Link := NIL;
  BEGIN
    WHILE l # NIL AND NOT Text.Equal(l.name, name) DO
      before := l;
      l := l.next;
    END;
    IF l = NIL THEN RAISE Error(EC.NameNotFound) END;
    IF before = NIL THEN self.first := l.next ELSE before.next := l.next END;
    IF l = self.last THEN self.last := before END;
    DEC(self.count);
  END DefaultDetach;

PROCEDURE DefaultRename(self: Default; from, to: Name) RAISES {Error} =
  BEGIN
    IF NOT IsNameValid(to) THEN RAISE Error(EC.InvalidName) END;
    WITH l = Find(self, from), other = Find(self, to) DO
      IF l = NIL THEN RAISE Error(EC.NameNotFound) END;
      IF other # NIL AND other # l THEN RAISE Error(EC.NameExists) END;
      l.name := to;
    END;
  END DefaultRename;

PROCEDURE DefaultSize(self: Default): CARDINAL =
  BEGIN
    RETURN self.count;
  END DefaultSize;

PROCEDURE DefaultEntries(self: Default; cookie: Cookie; VAR ent: ARRAY OF Entry): CARDINAL =
  VAR l := self.first; n := 0;
  BEGIN
    WHILE l # NIL AND l.cookie <= cookie DO l := l.next END;
    WHILE l # NIL AND n < NUMBER(ent) DO
      ent[n].name := l.name;
      ent[n].cookie := l.cookie;
      INC(n);
      l := l.next;
    END;
    RETURN n;
  END DefaultEntries;

PROCEDURE DefaultCreate(self: Default; name: Name): T RAISES {Error} =
  VAR new := NEW(Default).init();
  BEGIN
    self.attach(name, new);
    RETURN new;
  END DefaultCreate;

(* Iterators ask for one entry at a time, so the name space may change meanwhile. *)

PROCEDURE Iterate(self: T; cookie: Cookie): Iterator =
  BEGIN
    RETURN NEW(Iterator, space := self, position := cookie);
  END Iterate;

PROCEDURE Next(self: Iterator; VAR k: Name; VAR v: REFANY): BOOLEAN =
  VAR
    entry: ARRAY [0..0] OF Entry;
    name: Name;
  BEGIN
    LOOP
      IF self.space.getEntries(self.position, entry) = 0 THEN RETURN FALSE END;
      self.position := entry[0].cookie;
      TRY
        name := entry[0].name;
        v := self.space.lookup(name, TRUE);
        k := entry[0].name;
        RETURN TRUE;
      EXCEPT
      | Error => (* detached since; go on with the next *)
      END;
    END;
  END Next;

PROCEDURE Seek(self: Iterator; cookie: Cookie) =
  BEGIN
    self.position := cookie;
  END Seek;

(* Paths *)

PROCEDURE Root(): T =
  BEGIN
    RETURN root;
  END Root;

PROCEDURE Lookup(dir: T := NIL; name: TEXT; dontFollowAlias := FALSE; root: T := NIL): REFANY RAISES {Error} =
  VAR
    object: REFANY := Start(dir, name, root);
    rest := Stripped(name);
    before: CARDINAL;
  BEGIN
    WHILE NOT Text.Empty(rest) DO
      before := Text.Length(rest);
      TYPECASE object OF
      | T (space) => object := space.lookup(rest, dontFollowAlias);
      ELSE RAISE Error(EC.NameNotFound);
      END;
      rest := Stripped(rest);
      (* A name space of somebody else's that takes nothing off would keep us here for ever. *)
      IF Text.Length(rest) >= before THEN RAISE Error(EC.Panic) END;
    END;
    RETURN object;
  END Lookup;

PROCEDURE Start(dir: T; name: TEXT; from: T): T =
  BEGIN
    IF dir # NIL AND (Text.Empty(name) OR Text.GetChar(name, 0) # '/') THEN RETURN dir END;
    IF from # NIL THEN RETURN from END;
    RETURN root;
  END Start;

PROCEDURE LookupSoft(dir: T := NIL; name: TEXT; dontFollowAlias := FALSE; root: T := NIL): REFANY RAISES {Error} =
  BEGIN
    TRY
      RETURN Lookup(dir, name, dontFollowAlias, root);
    EXCEPT
    | Error (ec) =>
      IF ec = EC.NameNotFound THEN RETURN NIL END;
      RAISE Error(ec);
    END;
  END LookupSoft;

(* The name space that all but the last simple name leads to; the last one in "last". *)
PROCEDURE Parent(dir: T; name: TEXT; VAR last: TEXT): T RAISES {Error} =
  VAR
    end := Text.Length(name);
    slash: INTEGER;
  BEGIN
    WHILE end > 0 AND Text.GetChar(name, end - 1) = '/' DO DEC(end) END;
    WITH path = Text.Sub(name, 0, end) DO
      slash := Text.FindCharR(path, '/');
      last := Text.Sub(path, slash + 1);
      IF Text.Empty(last) THEN RAISE Error(EC.InvalidName) END;
      IF slash < 0 THEN RETURN Start(dir, path, NIL) END;
      TYPECASE Lookup(dir, Text.Sub(path, 0, slash + 1)) OF
      | NULL => RAISE Error(EC.NameNotFound);
      | T (space) => RETURN space;
      ELSE RAISE Error(EC.NameNotFound);
      END;
    END;
  END Parent;

PROCEDURE Attach(dir: T; name: TEXT; obj: REFANY) RAISES {Error} =
  VAR last: TEXT;
  BEGIN
    WITH space = Parent(dir, name, last) DO space.attach(last, obj) END;
  END Attach;

PROCEDURE Detach(dir: T; name: TEXT) RAISES {Error} =
  VAR last: TEXT;
  BEGIN
    WITH space = Parent(dir, name, last) DO space.detach(last) END;
  END Detach;

PROCEDURE Stripped(path: Name): Name =
  VAR i := 0;
  BEGIN
    WHILE i < Text.Length(path) AND Text.GetChar(path, i) = '/' DO INC(i) END;
    RETURN Text.Sub(path, i);
  END Stripped;

PROCEDURE GetComponent(VAR path: Name; VAR component: Name) =
  BEGIN
    path := Stripped(path);
    WITH slash = Text.FindChar(path, '/') DO
      IF slash < 0 THEN
        component := path;
        path := "";
      ELSE
        component := Text.Sub(path, 0, slash);
        path := Stripped(Text.Sub(path, slash));
      END;
    END;
  END GetComponent;

PROCEDURE IsNameValid(name: Name): BOOLEAN =
  BEGIN
    RETURN name # NIL AND NOT Text.Empty(name) AND Text.FindChar(name, '/') < 0;
  END IsNameValid;

PROCEDURE Fmt(ec: EC): TEXT =
  BEGIN
    CASE ec OF
    | EC.NameNotFound => RETURN "name not found";
    | EC.NameExists => RETURN "name exists";
    | EC.InvalidName => RETURN "invalid name";
    | EC.Unauthorized => RETURN "unauthorized";
    | EC.Panic => RETURN "inconsistent name space";
    END;
  END Fmt;

BEGIN
  root := NEW(Default).init();
  TRY
    EVAL NARROW(root.create(SpinServices), T).create("domains");
  EXCEPT
  | Error => <*ASSERT FALSE*>
  END;
END NameServer.
