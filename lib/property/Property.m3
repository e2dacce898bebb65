MODULE Property EXPORTS Property, PropertyF;

IMPORT RTType, RefList;

REVEAL
  Set = Set_public BRANDED "Property.Set" OBJECT
    list: RefList.T := NIL;
  OVERRIDES
    put := Put;
    get := Get;
    getSub := GetSub;
    remove := Remove;
    removeSub := RemoveSub;
  END;

PROCEDURE New(): Set =
  BEGIN
    RETURN NEW(Set);
  END New;

(* Is "r" of the type "tc", or of a subtype of it, if that is enough? *)
PROCEDURE Has(r: REFANY; tc: CARDINAL; sub: BOOLEAN): BOOLEAN =
  BEGIN
    RETURN TYPECODE(r) = tc OR sub AND RTType.IsSubtype(TYPECODE(r), tc);
  END Has;

PROCEDURE Find(ps: Set; tc: CARDINAL; sub: BOOLEAN): REFANY =
  VAR l := ps.list;
  BEGIN
    WHILE l # NIL AND NOT Has(l.head, tc, sub) DO l := l.tail END;
    IF l = NIL THEN RETURN NIL END;
    RETURN l.head;
  END Find;

PROCEDURE Drop(ps: Set; tc: CARDINAL; sub: BOOLEAN) =
  VAR
    l := ps.list;
    before: RefList.T := NIL;
  BEGIN
    WHILE l # NIL AND NOT Has(l.head, tc, sub) DO
      before := l;
      l := l.tail;
    END;
    IF l = NIL THEN RETURN END;
    IF before = NIL THEN ps.list := l.tail ELSE before.tail := l.tail END;
  END Drop;

PROCEDURE Put(ps: Set; r: REFANY) =
  BEGIN
    <*ASSERT r # NIL*>
    Drop(ps, TYPECODE(r), FALSE);
    ps.list := RefList.Cons(r, ps.list);
  END Put;

PROCEDURE Get(ps: Set; tc: CARDINAL): REFANY =
  BEGIN
    RETURN Find(ps, tc, FALSE);
  END Get;

PROCEDURE GetSub(ps: Set; tc: CARDINAL): REFANY =
  BEGIN
    RETURN Find(ps, tc, TRUE);
  END GetSub;

PROCEDURE Remove(ps: Set; tc: CARDINAL) =
  BEGIN
    Drop(ps, tc, FALSE);
  END Remove;

PROCEDURE RemoveSub(ps: Set; tc: CARDINAL) =
  BEGIN
    Drop(ps, tc, TRUE);
  END RemoveSub;

BEGIN
END Property.
