GENERIC MODULE Sequence(Elem, Seq, Rep);

(* "Seq" is the interface that this module exports, "Sequence(Elem)"; "Rep" is "SequenceRep(Elem, Seq)". *)

REVEAL
  Seq.T = Rep.Public BRANDED Seq.Brand OBJECT
    OVERRIDES
      init := Init;
      fromArray := FromArray;
      addhi := Addhi;
      addlo := Addlo;
      remhi := Remhi;
      remlo := Remlo;
      put := Put;
      size := Size;
      gethi := Gethi;
      getlo := Getlo;
      get := Get;
    END;

CONST MaxHint = 16_1000000;

PROCEDURE Init(s: T; sizeHint: CARDINAL): T =
  BEGIN
    s.elem := NEW(Rep.RefArray, MAX(1, MIN(sizeHint, MaxHint)));
    s.st := 0;
    s.sz := 0;
    RETURN s;
  END Init;

PROCEDURE FromArray(s: T; READONLY a: ARRAY OF Elem.T): T =
  BEGIN
    WITH elem = NEW(Rep.RefArray, MAX(1, NUMBER(a))) DO
      SUBARRAY(elem^, 0, NUMBER(a)) := a;
      s.elem := elem;
    END;
    s.st := 0;
    s.sz := NUMBER(a);
    RETURN s;
  END FromArray;

(* Where "s[i]" lies, for i <= NUMBER(s.elem^). *)
PROCEDURE Place(s: T; i: CARDINAL): CARDINAL =
  VAR p := s.st + i;
  BEGIN
    IF p >= NUMBER(s.elem^) THEN DEC(p, NUMBER(s.elem^)) END;
    RETURN p;
  END Place;

(* Copies the elements, in order, to the front of "to". *)
PROCEDURE CopyTo(s: T; VAR to: ARRAY OF Elem.T) =
  VAR first := MIN(s.sz, NUMBER(s.elem^) - s.st);
  BEGIN
    SUBARRAY(to, 0, first) := SUBARRAY(s.elem^, s.st, first);
    SUBARRAY(to, first, s.sz - first) := SUBARRAY(s.elem^, 0, s.sz - first);
  END CopyTo;

PROCEDURE MakeRoom(s: T) =
  BEGIN
    IF s.sz < NUMBER(s.elem^) THEN RETURN END;
    WITH elem = NEW(Rep.RefArray, 2 * NUMBER(s.elem^)) DO
      CopyTo(s, elem^);
      s.elem := elem;
    END;
    s.st := 0;
  END MakeRoom;

PROCEDURE Addhi(s: T; READONLY x: Elem.T) =
  BEGIN
    MakeRoom(s);
    s.elem[Place(s, s.sz)] := x;
    INC(s.sz);
  END Addhi;

PROCEDURE Addlo(s: T; READONLY x: Elem.T) =
  BEGIN
    MakeRoom(s);
    IF s.st = 0 THEN s.st := NUMBER(s.elem^) END;
    DEC(s.st);
    s.elem[s.st] := x;
    INC(s.sz);
  END Addlo;

PROCEDURE Remhi(s: T): Elem.T =
  BEGIN
    CheckIndex(s, 0);
    DEC(s.sz);
    RETURN TakeOut(s, Place(s, s.sz));
  END Remhi;

PROCEDURE Remlo(s: T): Elem.T =
  VAR p := s.st;
  BEGIN
    CheckIndex(s, 0);
    s.st := Place(s, 1);
    DEC(s.sz);
    RETURN TakeOut(s, p);
  END Remlo;

(* The element there. What is left in its place is a fresh value, so that the sequence does not keep alive what it does not
   have any more. *)
PROCEDURE TakeOut(s: T; p: CARDINAL): Elem.T =
  VAR
    x := s.elem[p];
    fresh: Elem.T;
  BEGIN
    s.elem[p] := fresh;
    RETURN x;
  END TakeOut;

PROCEDURE CheckIndex(s: T; i: CARDINAL) =
  BEGIN
    <*ASSERT s.elem # NIL WITH "the sequence was not initialised"*>
    <*ASSERT i < s.sz WITH "the sequence has no such element"*>
  END CheckIndex;

PROCEDURE Put(s: T; i: CARDINAL; READONLY x: Elem.T) =
  BEGIN
    CheckIndex(s, i);
    s.elem[Place(s, i)] := x;
  END Put;

PROCEDURE Size(s: T): CARDINAL =
  BEGIN
    RETURN s.sz;
  END Size;

PROCEDURE Gethi(s: T): Elem.T =
  BEGIN
    CheckIndex(s, 0);
    RETURN s.elem[Place(s, s.sz - 1)];
  END Gethi;

PROCEDURE Getlo(s: T): Elem.T =
  BEGIN
    CheckIndex(s, 0);
    RETURN s.elem[s.st];
  END Getlo;

PROCEDURE Get(s: T; i: CARDINAL): Elem.T =
  BEGIN
    CheckIndex(s, i);
    RETURN s.elem[Place(s, i)];
  END Get;

PROCEDURE Cat(s, t: T): T =
  VAR new := NEW(T).init(s.sz + t.sz);
  BEGIN
    CopyTo(s, new.elem^);
    CopyTo(t, SUBARRAY(new.elem^, s.sz, NUMBER(new.elem^) - s.sz));
    new.sz := s.sz + t.sz;
    RETURN new;
  END Cat;

PROCEDURE Sub(s: T; start, length: CARDINAL): T =
  VAR
    count := MIN(length, MAX(0, s.sz - start));
    new := NEW(T).init(count);
  BEGIN
    FOR i := 0 TO count - 1 DO
      new.elem[i] := s.elem[Place(s, start + i)];
    END;
    new.sz := count;
    RETURN new;
  END Sub;

BEGIN
END Sequence.
