GENERIC MODULE ListSort(Elem);

(* Sorted lists of 1, 2, 4, ... cells wait at the places 0, 1, 2, ... to be merged with another one of their length, as in
   counting with binary digits. *)

PROCEDURE Sort(l: T; c := Elem.Compare): T =
  BEGIN
    RETURN SortD(Copy(l), c);
  END Sort;

PROCEDURE Copy(l: T): T =
  VAR first, last: T;
  BEGIN
    IF l = NIL THEN RETURN NIL END;
    first := NEW(T, head := l.head, tail := NIL);
    last := first;
    LOOP
      l := l.tail;
      IF l = NIL THEN RETURN first END;
      last.tail := NEW(T, head := l.head, tail := NIL);
      last := last.tail;
    END;
  END Copy;

PROCEDURE SortD(l: T; c := Elem.Compare): T =
  VAR
    waiting := ARRAY [0 .. BITSIZE(INTEGER)] OF T {NIL, ..};
    one, rest: T;
    place: CARDINAL;
  BEGIN
    WHILE l # NIL DO
      one := l;
      l := l.tail;
      one.tail := NIL;
      place := 0;
      WHILE waiting[place] # NIL DO
        one := Merge(waiting[place], one, c);
        waiting[place] := NIL;
        INC(place);
      END;
      waiting[place] := one;
    END;
    rest := NIL;
    FOR i := FIRST(waiting) TO LAST(waiting) DO
      rest := Merge(waiting[i], rest, c);
    END;
    RETURN rest;
  END SortD;

(* Cells of "a" come first where they compare as 0. *)
PROCEDURE Merge(a, b: T; c := Elem.Compare): T =
  VAR first, last: T;
  BEGIN
    IF a = NIL THEN RETURN b END;
    IF b = NIL THEN RETURN a END;
    IF c(a.head, b.head) <= 0 THEN
      first := a;
      a := a.tail;
    ELSE
      first := b;
      b := b.tail;
    END;
    last := first;
    WHILE a # NIL AND b # NIL DO
      IF c(a.head, b.head) <= 0 THEN
        last.tail := a;
        a := a.tail;
      ELSE
        last.tail := b;
        b := b.tail;
      END;
      last := last.tail;
    END;
    IF a # NIL THEN last.tail := a ELSE last.tail := b END;
    RETURN first;
  END Merge;

BEGIN
END ListSort.
