MODULE Pathname;

IMPORT Text, TextSeq;

CONST Root = "/";

PROCEDURE Valid(pn: T): BOOLEAN =
  BEGIN
    RETURN pn # NIL AND Text.FindChar(pn, '\000') < 0;
  END Valid;

PROCEDURE Decompose(pn: T): Arcs RAISES {Invalid} =
  VAR
    arcs := NEW(TextSeq.T).init();
    start, slash := 0;
  BEGIN
    IF NOT Valid(pn) THEN RAISE Invalid END;
    IF Absolute(pn) THEN
      arcs.addhi(Root);
      start := 1;
    ELSE
      arcs.addhi(NIL);
    END;
    IF start = Text.Length(pn) THEN RETURN arcs END;
    LOOP
      slash := Text.FindChar(pn, '/', start);
      IF slash < 0 THEN EXIT END;
      arcs.addhi(Text.Sub(pn, start, slash - start));
      start := slash + 1;
    END;
    arcs.addhi(Text.Sub(pn, start));
    RETURN arcs;
  END Decompose;

PROCEDURE Compose(a: Arcs): T RAISES {Invalid} =
  VAR pn := "";
  BEGIN
    IF a = NIL OR a.size() = 0 THEN RAISE Invalid END;
    IF a.getlo() # NIL THEN
      IF NOT Text.Equal(a.getlo(), Root) THEN RAISE Invalid END;
      pn := Root;
    END;
    FOR i := 1 TO a.size() - 1 DO
      WITH arc = a.get(i) DO
        IF NOT Valid(arc) OR Text.FindChar(arc, '/') >= 0 THEN RAISE Invalid END;
        IF i > 1 THEN pn := pn & "/" END;
        pn := pn & arc;
      END;
    END;
    RETURN pn;
  END Compose;

PROCEDURE Absolute(pn: T): BOOLEAN =
  BEGIN
    RETURN NOT Text.Empty(pn) AND Text.GetChar(pn, 0) = '/';
  END Absolute;

(* Where the last arc name begins. *)
PROCEDURE LastStart(pn: T): CARDINAL =
  BEGIN
    RETURN Text.FindCharR(pn, '/') + 1;
  END LastStart;

PROCEDURE Prefix(pn: T): T =
  VAR start := LastStart(pn);
  BEGIN
    (* Of "/a" the root directory is left. *)
    IF start <= 1 THEN RETURN Text.Sub(pn, 0, start) END;
    RETURN Text.Sub(pn, 0, start - 1);
  END Prefix;

PROCEDURE Last(pn: T): T =
  BEGIN
    RETURN Text.Sub(pn, LastStart(pn));
  END Last;

(* Where the base of the last arc name ends. *)
PROCEDURE BaseEnd(pn: T): CARDINAL =
  VAR dot := Text.FindCharR(pn, '.');
  BEGIN
    IF dot < LastStart(pn) OR dot = Text.Length(pn) - 1 THEN RETURN Text.Length(pn) END;
    RETURN dot;
  END BaseEnd;

PROCEDURE Base(pn: T): T =
  BEGIN
    RETURN Text.Sub(pn, 0, BaseEnd(pn));
  END Base;

PROCEDURE LastBase(pn: T): T =
  VAR start := LastStart(pn);
  BEGIN
    RETURN Text.Sub(pn, start, BaseEnd(pn) - start);
  END LastBase;

PROCEDURE LastExt(pn: T): TEXT =
  BEGIN
    RETURN Text.Sub(pn, BaseEnd(pn) + 1);
  END LastExt;

PROCEDURE ReplaceExt(pn: T; ext: TEXT): T =
  BEGIN
    <*ASSERT ext # NIL*>
    IF Text.Empty(Last(pn)) THEN RETURN pn END;
    RETURN Base(pn) & "." & ext;
  END ReplaceExt;

PROCEDURE Join(pn, base: T; ext: TEXT): T =
  BEGIN
    IF ext # NIL THEN base := base & "." & ext END;
    IF pn = NIL THEN RETURN base END;
    <*ASSERT NOT Absolute(base) WITH "only a relative pathname can be joined to another"*>
    IF Text.Empty(pn) OR Text.Empty(base) OR Text.Equal(pn, Root) THEN RETURN pn & base END;
    RETURN pn & "/" & base;
  END Join;

BEGIN
END Pathname.
