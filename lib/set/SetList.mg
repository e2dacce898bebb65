GENERIC MODULE SetList(Elem, ElemSet, ElemList);

REVEAL
  T = Public BRANDED "(SetList " & ElemSet.Brand & ")" OBJECT
      elements: ElemList.T := NIL;
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

  Iterator = ElemSet.Iterator BRANDED "(SetList.Iterator " & ElemSet.Brand & ")" OBJECT
      rest: ElemList.T;
      done := FALSE;
    OVERRIDES
      next := Next;
    END;

PROCEDURE Init(s: T): T =
  BEGIN
    s.elements := NIL;
    RETURN s;
  END Init;

PROCEDURE FromArray(s: T; READONLY a: ARRAY OF Elem.T): ElemSet.T =
  BEGIN
    s.elements := NIL;
    FOR i := 0 TO LAST(a) DO EVAL s.insert(a[i]) END;
    RETURN s;
  END FromArray;

PROCEDURE Copy(s: T): ElemSet.T =
  BEGIN
    RETURN NEW(T, elements := ElemList.Append(s.elements, NIL));
  END Copy;

PROCEDURE Member(s: T; e: Elem.T): BOOLEAN =
  BEGIN
    RETURN ElemList.Member(s.elements, e);
  END Member;

PROCEDURE Insert(s: T; e: Elem.T): BOOLEAN =
  BEGIN
    IF ElemList.Member(s.elements, e) THEN RETURN TRUE END;
    s.elements := ElemList.Cons(e, s.elements);
    RETURN FALSE;
  END Insert;

(* The cell that is taken out keeps its tail, for an iterator that has just delivered it. *)
PROCEDURE Delete(s: T; e: Elem.T): BOOLEAN =
  VAR
    cell := s.elements;
    before: ElemList.T := NIL;
  BEGIN
    WHILE cell # NIL AND NOT Elem.Equal(cell.head, e) DO
      before := cell;
      cell := cell.tail;
    END;
    IF cell = NIL THEN RETURN FALSE END;
    IF before = NIL THEN s.elements := cell.tail ELSE before.tail := cell.tail END;
    RETURN TRUE;
  END Delete;

PROCEDURE Size(s: T): CARDINAL =
  BEGIN
    RETURN ElemList.Length(s.elements);
  END Size;

PROCEDURE Iterate(s: T): ElemSet.Iterator =
  BEGIN
    RETURN NEW(Iterator, rest := s.elements);
  END Iterate;

PROCEDURE Next(it: Iterator; VAR e: Elem.T): BOOLEAN =
  BEGIN
    <*ASSERT NOT it.done WITH "next was called again after it returned FALSE"*>
    IF it.rest = NIL THEN
      it.done := TRUE;
      RETURN FALSE;
    END;
    e := it.rest.head;
    it.rest := it.rest.tail;
    RETURN TRUE;
  END Next;

BEGIN
END SetList.
