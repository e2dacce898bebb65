INTERFACE ShapeRep;
IMPORT Shape, ShapeFriend;
REVEAL Shape.T = ShapeFriend.Public BRANDED "Shape.T" OBJECT side: INTEGER; secret := 42 METHODS twice (): INTEGER END;
END ShapeRep.
