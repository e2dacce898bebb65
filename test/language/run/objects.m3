(* Objects: inheritance, overriding, supercalls by T.m, default fields, NEW with fields and methods, methods as values. *)
MODULE Main;
IMPORT IO;
TYPE
  Shape = OBJECT name := "shape"; tags: SET OF [0 .. 7] METHODS area (): INTEGER := NoArea; describe (prefix: TEXT := "a ") := Describe; scaled (n: INTEGER): Pair := Scaled END;
  Square = Shape OBJECT side: INTEGER OVERRIDES area := SquareArea END;
  Named = Square OBJECT OVERRIDES describe := NamedDescribe END;
  Pair = RECORD a, b: INTEGER END;
  Tree = OBJECT left, right: Tree; key := 5 METHODS insert (k: INTEGER): Tree := Insert; walk () := Walk END;
VAR s: Shape; q: Square; t: Tree; area := Square.area;

PROCEDURE NoArea (<*UNUSED*> self: Shape): INTEGER = BEGIN RETURN -1 END NoArea;
PROCEDURE SquareArea (self: Square): INTEGER = BEGIN RETURN self.side * self.side END SquareArea;
PROCEDURE Describe (self: Shape; prefix: TEXT) = BEGIN IO.Put(prefix & self.name & " of "); IO.PutInt(self.area()); IO.Put(" ") END Describe;
PROCEDURE NamedDescribe (self: Named; prefix: TEXT) = BEGIN IO.Put("["); Square.describe(self, prefix & "named "); IO.Put("]") END NamedDescribe;
PROCEDURE Scaled (self: Shape; n: INTEGER): Pair = BEGIN RETURN Pair {self.area() * n, n} END Scaled;
PROCEDURE Insert (self: Tree; k: INTEGER): Tree =
  BEGIN
    IF self = NIL THEN RETURN NEW(Tree, key := k) END;
    IF k < self.key THEN self.left := Insert(self.left, k) ELSE self.right := Insert(self.right, k) END; RETURN self;
  END Insert;
PROCEDURE Walk (self: Tree) = BEGIN IF self.left # NIL THEN self.left.walk() END; IO.PutInt(self.key); IO.Put(" "); IF self.right # NIL THEN self.right.walk() END END Walk;
PROCEDURE Cheat (<*UNUSED*> self: Shape): INTEGER = BEGIN RETURN 1000 END Cheat;

BEGIN
  s := NEW(Shape); s.describe(); q := NEW(Square, side := 4); q.describe("the "); s := q; s.name := "square"; s.describe(); IO.Put("\n");
  s := NEW(Named, name := "n", side := 3); s.describe(); IO.PutInt(s.scaled(5).a); IO.Put(" "); IO.PutInt(area(q)); IO.Put(" ");
  s := NEW(Square, side := 2, area := Cheat); s.describe(prefix := ""); IO.Put("\n");
  IF ISTYPE(s, Square) AND NOT ISTYPE(s, Named) THEN IO.Put("square ") END; q := NARROW(s, Square); IO.PutInt(q.side); q := s; INC(q.side, 5); IO.PutInt(q.side); IO.Put("\n");
  s.tags := s.tags + SET OF [0 .. 7] {3}; IF 3 IN s.tags THEN IO.Put("tagged ") END; IF TYPECODE(s) # TYPECODE(Square) AND TYPECODE(NEW(Square)) = TYPECODE(Square) THEN IO.Put("codes") END; IO.Put("\n");
  t := NEW(Tree); FOR i := 1 TO 9 DO t := t.insert(i * 7 MOD 10) END; t.walk(); IO.Put("\n");
END Main.
