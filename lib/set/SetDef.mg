GENERIC MODULE SetDef(Elem, ElemSet, ElemRefTbl);

(* A table from the elements to NIL. *)

REVEAL
  T = Public BRANDED "(SetDef " & ElemSet.Brand & ")" OBJECT
      table: ElemRefTbl.Default := NIL;
    OVERRIDES
      init := Init;
      fromArray := FromArray;
      copy := Copy;
      member := Member;
      insert := Insert;
      delete := Delete;
      size := Size;
      iterate := Iterate;
    END;

  Iterator = ElemSet.Iterator BRANDED "(SetDef.Iterator " & ElemSet.Brand & ")" OBJECT
      inner: ElemRefTbl.Iterator;
    OVERRIDES
      next := Next;
    END;

PROCEDURE Init(s: T; sizeHint: CARDINAL): T =
  BEGIN
    s.table := NEW(ElemRefTbl.Default).init(sizeHint);
    RETURN s;
  END Init;

PROCEDURE FromArray(s: T; READONLY a: ARRAY OF Elem.T): ElemSet.T =
  BEGIN
    EVAL Init(s, NUMBER(a));
    FOR i := 0 TO LAST(a) DO EVAL s.table.put(a[i], NIL) END;
    RETURN s;
  END FromArray;

PROCEDURE Copy(s: T): ElemSet.T =
  VAR
    new := NEW(T).init(s.table.size());
    it := s.table.iterate();
    e: Elem.T;
    nothing: REFANY;
  BEGIN
    WHILE it.next(e, nothing) DO EVAL new.table.put(e, NIL) END;
    RETURN new;
  END Copy;

PROCEDURE Member(s: T; e: Elem.T): BOOLEAN =
  VAR nothing: REFANY;
  BEGIN
    RETURN s.table.get(e, nothing);
  END Member;

PROCEDURE Insert(s: T; e: Elem.T): BOOLEAN =
  BEGIN
    RETURN s.table.put(e, NIL);
  END Insert;

PROCEDURE Delete(s: T; e: Elem.T): BOOLEAN =
  VAR nothing: REFANY;
  BEGIN
    RETURN s.table.delete(e, nothing);
  END Delete;

PROCEDURE Size(s: T): CARDINAL =
  BEGIN
    RETURN s.table.size();
  END Size;

PROCEDURE Iterate(s: T): ElemSet.Iterator =
  BEGIN
    RETURN NEW(Iterator, inner := s.table.iterate());
  END Iterate;

PROCEDURE Next(it: Iterator; VAR e: Elem.T): BOOLEAN =
  VAR nothing: REFANY;
  BEGIN
    RETURN it.inner.next(e, nothing);
  END Next;

BEGIN
END SetDef.
