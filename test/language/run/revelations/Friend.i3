INTERFACE Friend;
IMPORT Shape;
PROCEDURE Rename (t: Shape.T; name: TEXT): INTEGER;
END Friend.
