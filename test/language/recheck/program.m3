(* A program in which much depends on other files, for edits at random: checking it again must see what each of them does to the others. *)
=== Sizes.i3
INTERFACE Sizes;
CONST
  Base = 4;
  Most = Base * 2;
  Name = "sizes";
TYPE
  Small = [0 .. Most];
  Colour = {Red, Green, Blue};
  Colours = SET OF Colour;
EXCEPTION
  Full(INTEGER);
  Empty;
VAR limit: Small := Base;
<*OBSOLETE*> CONST Old = 1;
PROCEDURE Check(n: Small; c := Colour.Red): BOOLEAN RAISES {Full};
END Sizes.

=== Sizes.m3
MODULE Sizes;
PROCEDURE Check(n: Small; c := Colour.Red): BOOLEAN RAISES {Full} =
  BEGIN
    IF n > limit THEN RAISE Full(n) END;
    RETURN c IN Colours{Colour.Green};
  END Check;
BEGIN
END Sizes.

=== Shape.i3
INTERFACE Shape;
FROM Sizes IMPORT Small, Colour;
IMPORT Sizes AS S;
TYPE
  T <: Public;
  Public = OBJECT
    colour := Colour.Red;
    size: Small := S.Base;
  METHODS
    area(scale: INTEGER := 1): INTEGER RAISES {S.Full};
    grow(by: Small);
  END;
  Pair = RECORD first, second: T; n: Small := 2 END;
  Table = ARRAY Colour OF Pair;
PROCEDURE New(size: Small): T;
PROCEDURE Swap(VAR p: Pair);
END Shape.

=== ShapeRep.i3
INTERFACE ShapeRep;
IMPORT Shape;
REVEAL Shape.T = Shape.Public BRANDED "Shape.T" OBJECT
    edges: REF ARRAY OF INTEGER := NIL;
  OVERRIDES
    area := Area;
    grow := Grow;
  END;
PROCEDURE Area(self: Shape.T; scale: INTEGER := 1): INTEGER;
PROCEDURE Grow(self: Shape.T; by: [0 .. 8]);
END ShapeRep.

=== Shape.m3
MODULE Shape EXPORTS Shape, ShapeRep;
IMPORT Sizes;
PROCEDURE Area(self: T; scale: INTEGER := 1): INTEGER =
  BEGIN
    IF self.edges = NIL THEN RETURN scale * self.size END;
    RETURN NUMBER(self.edges^);
  END Area;
PROCEDURE Grow(self: T; by: Sizes.Small) =
  BEGIN
    INC(self.size, by);
  END Grow;
PROCEDURE New(size: Sizes.Small): T =
  BEGIN
    RETURN NEW(T, size := size, edges := NEW(REF ARRAY OF INTEGER, Sizes.Most));
  END New;
PROCEDURE Swap(VAR p: Pair) =
  VAR first := p.first;
  BEGIN
    p.first := p.second;
    p.second := first;
  END Swap;
BEGIN
END Shape.

=== Element.i3
INTERFACE Element;
IMPORT Shape, Sizes;
TYPE T = Shape.Pair;
CONST Default = Sizes.Most;
PROCEDURE Less(READONLY a, b: T): BOOLEAN;
END Element.

=== Element.m3
MODULE Element;
PROCEDURE Less(READONLY a, b: T): BOOLEAN =
  BEGIN
    RETURN a.n < b.n AND a.first # b.second;
  END Less;
BEGIN
END Element.

=== List.ig
GENERIC INTERFACE List(Elem);
TYPE T = REF RECORD head: Elem.T; tail: T := NIL END;
CONST Length = Elem.Default;
PROCEDURE Cons(READONLY head: Elem.T; tail: T): T;
END List.

=== List.mg
GENERIC MODULE List(Elem);
PROCEDURE Cons(READONLY head: Elem.T; tail: T): T =
  BEGIN
    IF tail # NIL AND Elem.Less(head, tail.head) THEN RETURN tail END;
    RETURN NEW(T, head := head, tail := tail);
  END Cons;
BEGIN
END List.

=== PairList.i3
INTERFACE PairList = List(Element) END PairList.
=== PairList.m3
MODULE PairList = List(Element) END PairList.

=== User.m3
MODULE User EXPORTS Main;
IMPORT Shape, PairList, Element;
FROM Sizes IMPORT Colour, Full, Check, limit;
TYPE Round = Shape.T OBJECT radius: REAL := 1.0 OVERRIDES area := RoundArea END;
VAR
  table: Shape.Table;
  list: PairList.T := NIL;
  round := NEW(Round, size := 3);
PROCEDURE RoundArea(self: Round; scale: INTEGER := 1): INTEGER RAISES {Full} =
  BEGIN
    IF Check(self.size) THEN RETURN ROUND(self.radius) * scale END;
    RETURN Shape.T.area(self, 2);
  END RoundArea;
BEGIN
  FOR c := FIRST(Colour) TO LAST(Colour) DO
    WITH pair = table[c] DO
      pair := Element.T{first := Shape.New(2), second := round, n := 5};
      Shape.Swap(pair);
      CASE pair.first.colour OF
      | Colour.Red => pair.n := limit;
      | Colour.Green, Colour.Blue => list := PairList.Cons(pair, list);
      END;
    END;
  END;
  TRY
    EVAL round.area(scale := PairList.Length);
  EXCEPT
    Full(n) => limit := n MOD 4;
  END;
END User.
