MODULE AtomList;

IMPORT Atom;

PROCEDURE Cons(head: Atom.T; tail: T): T =
  BEGIN
    RETURN NEW(T, head := head, tail := tail);
  END Cons;

PROCEDURE List1(a: Atom.T): T =
  BEGIN
    RETURN Cons(a, NIL);
  END List1;

PROCEDURE List2(a, b: Atom.T): T =
  BEGIN
    RETURN Cons(a, Cons(b, NIL));
  END List2;

PROCEDURE Length(l: T): CARDINAL =
  VAR n := 0;
  BEGIN
    WHILE l # NIL DO
      INC(n);
      l := l.tail;
    END;
    RETURN n;
  END Length;

PROCEDURE Nth(l: T; n: CARDINAL): Atom.T =
  BEGIN
    WHILE n > 0 DO
      DEC(n);
      l := l.tail;
    END;
    RETURN l.head;
  END Nth;

BEGIN
END AtomList.
