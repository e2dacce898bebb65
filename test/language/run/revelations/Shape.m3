MODULE Shape EXPORTS Shape, ShapeRep;
IMPORT IO;
TYPE Sq = T OBJECT OVERRIDES area := Area; rename := Rename; twice := Twice END;
PROCEDURE Area (self: Sq): INTEGER = BEGIN RETURN self.side * self.side END Area;
PROCEDURE Rename (self: Sq; name: TEXT) = BEGIN self.name := name; INC(self.id) END Rename;
PROCEDURE Twice (self: Sq): INTEGER = BEGIN RETURN 2 * self.area() + self.secret END Twice;
PROCEDURE Square (side: INTEGER): T = BEGIN RETURN NEW(Sq, side := side, name := "square") END Square;
PROCEDURE Show (t: T) = BEGIN IO.Put(t.name & " "); IO.PutInt(t.area()); IO.Put(" "); IO.PutInt(t.twice()); IO.Put(" "); IO.PutInt(t.id); IO.Put("\n") END Show;
BEGIN END Shape.
