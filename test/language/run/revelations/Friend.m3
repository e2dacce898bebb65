MODULE Friend;
IMPORT Shape, ShapeFriend;
TYPE Mine = Shape.T OBJECT extra := 9 OVERRIDES area := Area END;
PROCEDURE Area (m: Mine): INTEGER = BEGIN RETURN m.extra END Area;
PROCEDURE Rename (t: Shape.T; name: TEXT): INTEGER =
  VAR p: ShapeFriend.Public := t; n: Shape.Public := NEW(Mine, id := 20, extra := 3);
  BEGIN t.rename(name); INC(t.id, 100); RETURN p.id + n.area() + NARROW(n, Shape.T).id END Rename;
BEGIN END Friend.
