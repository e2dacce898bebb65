(* Method implementations come from other interfaces, too: headings serve as procedure constants. *)
=== errors
=== Shape.i3
INTERFACE Shape;
TYPE T = OBJECT METHODS area(): INTEGER := Area END;
PROCEDURE Area(self: T): INTEGER;
END Shape.

=== Shape.m3
MODULE Shape;
PROCEDURE Area(self: T): INTEGER = BEGIN IF self = NIL THEN RETURN 1 END; RETURN 0 END Area;
BEGIN
END Shape.

=== Main.m3
MODULE Main;
IMPORT Shape;
TYPE
  Square = Shape.T OBJECT side: INTEGER OVERRIDES area := Area END;
  Back = Square OBJECT OVERRIDES area := Shape.Area END;
VAR p: PROCEDURE (t: Shape.T): INTEGER := Shape.Area;
    s: Shape.T := NEW(Back, side := 3);
PROCEDURE Area(self: Square): INTEGER = BEGIN RETURN self.side * self.side END Area;
BEGIN
  EVAL p(s) + s.area() + Shape.T.area(s) + Square.area(NEW(Square));
END Main.
